"""Words of the news that mean the same, in four languages, and exclude nothing; a table as in `vocabulary`."""

SYNONYMS = """
# synonyms
resign* step_down steps_down stepped_down stand_down quit | rucktritt* zuruckgetreten trat_*_zuruck tritt_*_zuruck | demission* |
  dimit* dimision* renunci*
accus* charged_with suspected suspicion* blamed allegation* alleged questions_about questions_over |
  beschuldig* vorgeworfen vorwurf* wirft_*_vor warf_*_vor verdacht* fragen_zu | accus* soupcon* mis_en_cause reproch* questions_sur |
  acus* sospech* imput* preguntas_sobre
attend* took_part take_part participat* | teilnahm* teilgenommen nahmen_*_teil nahm_*_teil besuch* | assist* particip* | asist* particip*
demonstrat* protest* march* rall* | demonstrier* protest* | manifest* protest* | manifest* protest*
meet* met talks | treff* traf* getroffen | rencontr* reuni* | reuni* encuentro*
travel* trip visit* go goes went flies flew | reis* fahrt fliegt flog besuch* | voyag* rendra visit* | viaj* visit*
available ready | verfugbar bereit fertig erhaltlich | disponible* pret prete prets | disponible* list*
investigat* probe* inquir* | ermittel* untersuch* | enquet* | investig*
damag* destroy* | beschadig* zerstor* | endommag* detrui* | dano danos danad* danar* dana danan danaron destru*
sign signed signs signing | unterzeichn* unterschrieb* unterschreib* | signe signes signee* signer* signent signature* |
  firma firman firmo firmad* firmar*
elect* chosen vote* | wahl* gewahlt* | elu* elire vot* | eleg* elig* vot*
attack* assault* raid* | angriff* angegriff* greif* uberfall* | attaqu* assaut* | atac* ataque* asalt*
build* built construct* erect* | bau* gebaut* errichte* | constru* bati* | constru*
help* aid assist* support* | hilf* half unterstutz* | aid* secour* | ayud* apoy*
pay pays paid payment* compensat* | zahlt* zahlen zahlung* bezahl* entschadig* |
  paye* payer* paie paient paiement* indemnis* verse* verser* versement* | pag* indemniz*
order* instruct* command* | ordne* anordn* befahl* | ordonn* | orden*
begin_with start* launch* set_up found* | grund* startet* | fond* lanc* | fund* lanz*
replac* succeed* successor | ersetz* nachfolg* folgt | remplac* succe* | reempla* sustitu* suce*
appoint* name named | ernenn* ernannt* berief* | nomm* | nombr*
lead leads led head heads headed at_the_helm | leit* fuhr* an_der_spitze | dirig* mene menent mener menee* a_la_tete |
  dirig* lider* encabez* al_frente
stay* remain* | bleib* blieb* | reste* restent rester* demeur* | sigue siguen permanec* seguira*
letter letters | brief briefe briefen schreiben | lettre* courrier* | carta cartas escrito
former ex | fruhere* fruher ehemalige* ex | ancien* ex | antiguo* antigua* ex
warn* caution* | warn* mahn* | averti* met_en_garde | advert* alert*
want* wish* seek* demand* call_for calls_for | will wollen forder* verlang* | veut veulent demand* reclam* exig* |
  quier* pide piden exig* reclam*
reason* because due_to owing_to | grund wegen weil | cause raison parce | causa* porque motivo*
interview* | interview* befrag* | interview* | entrevist*
thank* grateful gratitude | dank* | remerci* gratitude reconnaissan* | agradec* agradezc* gratitud
some around about roughly nearly almost approximately | rund etwa fast knapp ungefahr circa | environ pres_de quelque* presque |
  unos unas cerca_de casi alrededor
strike* walkout* | streik* | greve* | huelga*
power electricity | strom | electricite courant | electricidad luz
big large huge major | gross* riesig* | grand* gros enorme* | gran grande* enorme*
accord agreement deal pact treaty | abkommen vertrag* vereinbar* | accord* traite* pacte* | acuerdo* pacto* tratado*
job jobs position* post posts | stelle stellen arbeitsplatz* | emploi* poste* | empleo* puesto*
result* outcome* | ergebnis* | resultat* | resultado*
accident* crash* | unfall* ungluck* | accident* | accidente*
house houses home homes household* apartment* flats | haus hauser haushalt* wohnung* | maison* foyer* logement* | casa* hogar* vivienda*
person people persons inhabitants residents | mensch* person* leute einwohner* bewohner* | personne* gens habitants habitantes |
  persona* gente habitantes vecinos
country nation* state | land landes staat* | pays nation* etat* | pais* nacion* estado*
city town | stadt* ort | ville* commune | ciudad* localidad*
percent per_cent | prozent | pour_cent | por_ciento
"""

"""Words that news are made of, in four languages: which mean the same, and which exclude one another.

A line is one thing: its words in English | German | French | Spanish, folded (no accents, ß as ss); one that begins with a blank
goes on. `*` stands for any ending, `_` for a space. Things of one group exclude one another: who speaks of a mayor speaks of no
governor; of those under "synonyms" none excludes another. In a group of opposites (`+` and `-`) a negation turns one into the other.
"""

GROUPS = """
# institutions
government* cabinet | regierung* kabinett | gouvernement* | gobierno* ejecutivo
parliament* bundestag congress house_of_* assembly | parlament* bundestag* abgeordnetenhaus* nationalrat* | parlement* assemblee* |
  parlament* congreso* cortes
bundesrat senate | bundesrat* senat | senat | senado
council city_hall | stadtrat* gemeinderat* rat | conseil_municipal municipalite | ayuntamiento* concejo*
ministry department | ministerium* ministeriums *ministerium | ministere* | ministerio*
opposition | opposition* | opposition | oposicion
union unions | gewerkschaft* | syndicat* | sindicato*
police policem* | polizei* polizist* | police* policier* gendarme* | policia* agente*
firefighter* fire_brigade fire_department | feuerwehr* | pompier* | bombero*
army military troop* soldier* | armee* militar* soldat* bundeswehr truppe* | armee* militaire* soldat* | ejercito* militar* soldado*
navy | marine* | marine | armada
court* tribunal | gericht* *gericht | tribunal* cour | tribunal* corte audiencia
prosecutor* prosecution | staatsanwalt* | procureur* parquet | fiscal* fiscalia
company companies firm* manufacturer* corporation | unternehmen* konzern* firma* firmen hersteller* |
  entreprise* groupe* societe* fabricant* | empresa* compania* grupo* fabricante*
bank banks | bank banken | banque* | banco*
insurer* insurance_compan* | versicher* | assureur* | asegurador*
agency authority | behorde* amt | autorite* agence* | autoridad* agencia*
statistics_office statistics_institute | statistikamt* statistische* | institut_de_statistique | instituto_de_estadistica
church* | kirche* | eglise* | iglesia*

# offices
president* | prasident* bundesprasident* staatschef* | president* | president*
prime_minister premier chancellor | ministerprasident* premier* kanzler* bundeskanzler* regierungschef* |
  premier_ministre premiere_ministre chancelier* | primer_ministro primera_ministra canciller*
mayor* | *burgermeister* | maire* | alcald*
governor* | gouverneur* landeshauptm* | gouverneur* prefet* | gobernador*
foreign_minister secretary_of_state | aussenminister* | ministre_*_affaires_etrangeres affaires_etrangeres | exteriores
defence_minister defense_minister | verteidigungsminister* | ministre_de_la_defense ministre_des_armees |
  ministro_de_defensa ministra_de_defensa
finance_minister treasury_secretary chancellor_of_the_exchequer | finanzminister* | ministre_des_finances ministre_de_l_economie |
  ministro_de_hacienda ministra_de_hacienda
health_minister health_secretary | gesundheitsminister* | ministre_de_la_sante | ministr*_de_sanidad ministr*_de_salud
interior_minister home_secretary | innenminister* | ministre_de_l_interieur | ministr*_del_interior
education_minister | bildungsminister* kultusminister* | ministre_de_l_education | ministr*_de_educacion
senator* | senator* | senateur* senatrice* | senador*
judge* | richter* | juge* | juez* jueza* jueces magistrad*
coach* | trainer* | entraineur* | entrenador*
ambassador* | botschafter* | ambassadeur* ambassadrice* | embajador*
bishop* | bischof* | eveque* | obispo*
chief_executive ceo chairman chairwoman | vorstandschef* geschaftsfuhrer* vorstandsvorsitzende* |
  pdg directeur_general directrice_generale | consejer*_delegad* director_general directora_general

# people
teacher* | lehrer* lehrkraft* | enseignant* professeur* instituteur* | profesor* maestro* maestra* docente*
pupil* student* schoolchild* | schuler* student* studierende* | eleve* etudiant* ecolier* | alumno* alumna* estudiante* escolar*
parent parents | eltern* | parents | padres
child children kid kids | kind kinder kindern kindes | enfant* | nino* nina*
nurse* | pflegekraft* krankenpfleger* krankenschwester* | infirmier* | enfermer*
doctor* physician* surgeon* | arzt* mediziner* chirurg* | medecin* docteur* chirurgien* | medico* cirujano*
farmer* | bauer bauern landwirt* | agriculteur* paysan* eleveur* | agricultor* ganadero* campesino*
tourist* holidaymaker* | tourist* urlauber* | touriste* vacancier* | turista*
migrant* refugee* | migrant* fluchtling* gefluchtete* | migrant* refugie* | migrante* refugiad* inmigrante*
driver* motorist* | fahrer* autofahrer* | conducteur* automobiliste* | conductor* automovilista*
cyclist* | radfahrer* radler* | cycliste* | ciclista*
pedestrian* | fussganger* | pieton* | peaton*
passenger* | passagier* fahrgast* | passager* | pasajero*
worker* employee* staff | arbeiter* beschaftigte* mitarbeiter* angestellte* | ouvrier* employe* salarie* travailleur* |
  trabajador* emplead* obrer*
customer* client* consumer* | kunde kunden kundin* verbraucher* | client* consommateur* | cliente* consumidor*
voter* | wahler* | electeur* | votante* elector*
journalist* reporter* | journalist* reporter* | journaliste* | periodista*
scientist* researcher* | forscher* wissenschaftler* | scientifique* chercheur* | cientific* investigador*
lawyer* attorney* | anwalt* rechtsanwalt* | avocat* | abogad*
expert* | experte* expertin* gutachter* sachverstandige* | expert* | expert* perito*
man men | mann manner mannes mannern | homme* | hombre*
woman women | frau frauen | femme* | mujer*

# places that things happen in
bridge* | brucke* *brucke | pont ponts | puente*
tunnel* | tunnel* | tunnel* | tunel*
road* street* motorway* highway* | strasse* autobahn* | route* rue* autoroute* | carretera* calle* autopista*
railway* rail | bahn schiene* | chemin_de_fer voie_ferree | ferrocarril* via_ferrea
tram tramway streetcar | strassenbahn* tram | tramway* | tranvia*
bus buses | bus busse bussen omnibus* | bus autobus autocar* | autobus* autocar*
airport* | flughafen* | aeroport* | aeropuerto*
port harbour harbor seaport | hafen* | port ports | puerto*
station | bahnhof* | gare gares | estacion*
school* | schule schulen | ecole* lycee* college | escuela* colegio* instituto
university universities | universitat* hochschule* | universite* | universidad*
hospital* clinic | krankenhaus* klinik* spital* | hopital* clinique* | hospital* clinica*
hotel* | hotel* | hotel* | hotel*
museum* | museum museums museen | musee* | museo*
library libraries | bibliothek* bucherei* | bibliotheque* | biblioteca*
theatre* theater* opera | theater* oper | theatre* opera | teatro* opera
swimming_pool outdoor_pool pool | freibad* schwimmbad* hallenbad* | piscine* | piscina*
factory factories plant | fabrik* werk werks | usine* fabrique* | fabrica* planta
shipyard* | werft werften | chantier_naval chantiers_navals | astillero*
mine mines | bergwerk* mine minen | mine mines | mina minas
tower* | turm turms turme turme | tour tours | torre*
prison* jail | gefangnis* haft haftstrafe* | prison* | prision* carcel*
market* | markt markte | marche marches | mercado*
stadium* | stadion* | stade* | estadio*

# vehicles
plane* aircraft airplane* | flugzeug* maschine | avion* | avion*
helicopter* | hubschrauber* helikopter* | helicoptere* | helicoptero*
train trains | zug zuge zugen zugs | train trains | tren trenes
car cars | auto autos wagen pkw | voiture* | coche* automovil*
lorry lorries truck* | lastwagen* lkw | camion* | camion*
ship ships vessel* trawler* | schiff* frachter* kutter* | navire* bateau* | buque* barco*
ferry ferries | fahre* | ferry* | ferry* transbordador*

# disasters and what harms
fire fires blaze burning burned | brand brande brandes feuer brennend* brannte | incendie* feu | incendio* fuego
flood* | hochwasser* flut uberschwemmung* | inondation* crue* | inundacion* crecida*
storm* hurricane* typhoon* | sturm* orkan* unwetter* | tempete* ouragan* | tormenta* temporal* huracan*
earthquake* quake* | erdbeben* | seisme* tremblement_de_terre | terremoto* seismo*
drought* | durre* trockenheit | secheresse* | sequia*
explosion* blast | explosion* | explosion* | explosion*
avalanche* | lawine* | avalanche* | alud aludes avalancha*
landslide* | erdrutsch* | glissement_de_terrain | corrimiento* deslizamiento*
water_damage | wasserschaden* | degat_des_eaux degats_des_eaux | causados_por_el_agua

# harm to people
injured wounded injur* hurt | verletz* verwundet* | blesse* | herid*
killed dead died die dies deaths death kill kills | getotet* tot tote toten starb* gestorben todesopfer* ums_leben |
  tue* mort* mourut decede* | muert* murio murieron mato fallec*
missing | vermisst* | disparu* | desaparecid*
rescued saved rescue* | gerettet* rettet* rettung | sauve* secouru* | rescat* salvad*
arrested detained arrest* | festgenommen* verhaftet* nahm*_*_fest festnahme* | arrete* interpelle* | detuvo detuvieron detenid* arrest*

# crimes
theft stolen stole steal* | diebstahl* gestohlen* stahl stehlen | vol vole* derobe* | robo robad* robo hurto*
murder* manslaughter | mord mords mordes ermord* totschlag* | meurtre* assassin* | asesin* homicidio*
fraud* embezzle* | betrug* untreue veruntreu* | fraude* escroquerie* detourne* | fraude* estafa* malversacion*
corruption bribe* | korruption bestechung* bestochen | corruption pots_de_vin | corrupcion soborno* cohecho
tax_evasion | steuerhinterziehung* | fraude_fiscale | evasion_fiscal
espionage spying | spionage | espionnage | espionaje

# what is dealt in
wheat | weizen* | ble bles | trigo
milk | milch* | lait | leche
coal | kohle* | charbon* houille | carbon
oil crude petrol* | ol erdol* benzin* | petrole* essence | petroleo gasolina
natural_gas | erdgas* gas | gaz | gas
hydrogen | wasserstoff* | hydrogene | hidrogeno
nuclear atomic | kernkraft* atom* nuklear* | nucleaire* | nuclear*
solar | solar* photovoltaik* | solaire* photovoltaique* | solar* fotovoltaic*
wind_power wind_farm* wind_turbine* | windkraft* windpark* windrad* | eolien* | eolic*
electricity power_supply | strom stroms elektrizitat | electricite courant | electricidad luz
drinking_water water | wasser trinkwasser* | eau eaux | agua aguas
steel | stahl | acier | acero
rent rents | miete* mieten | loyer* | alquiler*
tax taxes | steuer steuern | impot* taxe* | impuesto*
wage wages salar* | lohn lohne* gehalt gehalter | salaire* | salario* sueldo*
price prices | preis preise preisen | prix | precio*
inflation | inflation* teuerung* | inflation | inflacion
unemployment jobless* | arbeitslos* | chomage | paro desempleo
fishing fishery fisheries | fischerei* | peche | pesca
wedding | hochzeit* | mariage* | boda*
funeral | beerdigung* begrabnis* trauerfeier* | obseques enterrement* funerailles | funeral* entierro*

# deals, which the other side of the table calls by the other word
buy* bought purchase* acquir* | kauf* kauft* erwarb* erwirb* | achet* achat* acqui* | compr* adquir* adquier*
sell* sold sale | verkauf* verausser* | vend vendent vendre* vendu* vendra* vente* | vend* venta*

# directions
north northern north_of | nord* norden* | nord septentrional* | norte septentrional*
south southern | sud* suden* | sud meridional* | sur meridional*
east eastern | ost* osten* | l_est oriental* | este oriental*
west western | west* westen* | ouest occidental* | oeste occidental*

# synonyms
resign* step_down steps_down stepped_down stand_down quit | rucktritt* zuruckgetreten trat_*_zuruck tritt_*_zuruck | demission* |
  dimit* dimision* renunci*
attend* took_part take_part participat* | teilnahm* teilgenommen nahmen_*_teil nahm_*_teil besuch* | assist* particip* | asist* particip*
demonstrat* protest* march* rall* | demonstrier* protest* | manifest* protest* | manifest* protest*
meet* met talks | treff* traf* getroffen | rencontr* reuni* | reuni* encuentro*
travel* trip visit* go goes went flies flew | reis* fahrt fliegt flog besuch* | voyag* rendra visit* | viaj* visit*
available ready | verfugbar bereit fertig erhaltlich | disponible* pret prete prets | disponible* list*
investigat* probe* inquir* | ermittel* untersuch* | enquet* | investig*
damag* destroy* | beschadig* zerstor* | endommag* detrui* | dan* destru*
sign signed signs signing | unterzeichn* unterschrieb* unterschreib* | sign* | firm*
elect* chosen vote* | wahl* gewahlt* | elu* elire vot* | eleg* elig* vot*
attack* assault* raid* | angriff* angegriff* greif* uberfall* | attaqu* assaut* | atac* ataque* asalt*
build* built construct* erect* | bau* gebaut* errichte* | constru* bati* | constru*
help* aid assist* support* | hilf* half unterstutz* | aid* secour* | ayud* apoy*
pay pays paid payment* compensat* | zahl* bezahl* entschadig* | pay* indemnis* vers* | pag* indemniz*
order* instruct* command* | ordne* anordn* befahl* | ordonn* | orden*
begin_with start* launch* set_up found* | grund* startet* | fond* lanc* | fund* lanz*
replac* succeed* successor | ersetz* nachfolg* folgt | remplac* succe* | reempla* sustitu* suce*
appoint* name named | ernenn* ernannt* berief* | nomm* | nombr*
lead leads led head heads headed at_the_helm | leit* fuhr* an_der_spitze | dirig* men* a_la_tete | dirig* lider* encabez* al_frente
stay* remain* | bleib* blieb* | rest* demeur* | sigue siguen permanec* seguira*
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
house houses home homes household* | haus hauser haushalt* wohnung* | maison* foyer* logement* | casa* hogar* vivienda*
person people persons | mensch* person* leute | personne* gens | persona* gente
country nation* state | land landes staat* | pays nation* etat* | pais* nacion* estado*
city town | stadt* ort | ville* commune | ciudad* localidad*
percent per_cent | prozent | pour_cent | por_ciento

# time of day
night nights | nacht nachts nachte | nuit nuits | noche noches
morning | morgens vormittag* | matin matinee | manana_por_la por_la_manana
afternoon | nachmittag* | apres_midi | tarde
evening | abend abends | soir soiree | noche_del

# years told from here
last_year previous_year | vergangenen_jahr letzten_jahr vorjahr* letztes_jahr | annee_derniere an_dernier annee_precedente |
  ano_pasado ano_anterior
this_year current_year | diesem_jahr dieses_jahr laufenden_jahr | cette_annee annee_en_cours | este_ano ano_en_curso
next_year coming_year | nachsten_jahr kommenden_jahr nachstes_jahr | annee_prochaine an_prochain | proximo_ano ano_que_viene

# seasons
spring | fruhling* fruhjahr* | printemps | primavera
summer | sommer sommers | ete | verano
autumn fall_of | herbst* | automne | otono
winter | winter winters | hiver | invierno

# days told from here
yesterday | gestern | hier | ayer
today | heute | aujourd_hui | hoy
tomorrow | morgen | demain | manana
"""

# `+` and `-` of one block are each other's opposite
OPPOSITES = """
+ went_up go_up goes_up going_up more_expensive dearer rise* rose risen grew grow* increas* climb* higher soar* jump* gain* |
  verteuer* teurer stieg* steig* gestiegen erhoh* zugenommen zunahme anstieg wuchs wachst gewachsen hoher |
  rencheri* plus_cher* augment* hausse monte* croit crois* progress* |
  encarec* subi* sube* aument* crec* alza
- went_down go_down goes_down going_down cheaper fall fell falls fallen falling drop* decreas* declin* lower sank sink* shrink*
  shrank slump* |
  verbillig* billiger gunstiger sank* sink* gesunken fiel* fallt gefallen ruckgang* schrumpf* niedriger nahm*_ab |
  moins_cher* baiss* recul* chut* diminu* |
  abarat* baj* caid* cay* descen* redujo reduj* disminu*

+ open* reopen* | offne* offnet* geoffnet* eroffn* wiedereroffn* offnung* offen | ouvert* ouvr* rouvr* ouverture* |
  abri* abre* abiert* apertura* reabri* reapertura*
- close* closing closure* shut* | schliess* geschlossen* schloss schliessung* gesperrt* sperr* | ferme* fermeture* | cerr* cierr* clausur*

+ approv* accept* adopt* pass passed passes agree* endorse* |
  billig* beschloss* beschliess* angenommen* annahme zugestimmt stimmt*_zu verabschied* gebilligt | approuv* adopt* accept* |
  aprob* acept* aprueb*
- reject* refus* turned_down vetoed | ablehn* abgelehnt* lehnte* verweiger* | rejet* refus* repouss* | rechaz* deneg*

+ win won wins winning victor* | gewann* gewinn* gewonnen sieg siege siegte* | gagne* remport* victoire* vainqu* |
  gana ganan gano ganar* ganad* victoria* venci*
- lose lost loses losing defeat* | verlor* verlier* niederlage* | perd* defaite* | perdi* pierd* derrot* perdid*

+ profit* surplus | gewinn gewinne gewinns uberschuss* | benefice* profit* excedent* | beneficio* ganancia* superavit
- loss losses deficit* | verlust* defizit* | perte* deficit* | perdida perdidas deficit*

+ convict* sentenc* guilty | verurteil* schuldig* | condamn* coupable* | conden* culpable*
- acquit* cleared not_guilty | freispr* freigesproch* sprach*_frei | acquitt* relax* | absol* absuelv* absuelt*

+ allow* permit* legaliz* authoris* authoriz* | erlaub* gestatt* genehmig* | autoris* permet* permis | permit* autoriz*
- forbid* forbade ban banned bans prohibit* | verbot* verbiet* untersag* | interdi* | prohib*

+ creat* hire* hiring | schaff* einstell* stellt*_ein | cree* creer creation* embauch* recrut* | cre* contrat*
- cut cuts cutting slash* lay_off laid_off abolish* | streich* gestrichen* abbau* kurz* | supprim* suppression* licenci* |
  suprim* recort* despid* despi*

+ begin* began begun start* launch* | beginn* begann* begonnen start* | commenc* debut* lanc* | empez* comenz* comienz* inici*
- end ended ends ending stop* cease* finish* | ende* beend* endet* eingestell* | termin* arret* acheve* cess* | termin* acab* finaliz* ces*

+ arrest* detain* jailed imprison* | festgenommen* verhaft* inhaftier* nahm*_*_fest | arrete* arrestation* interpell* incarcer* |
  detuv* deten* arrest* encarcel*
- release* freed | freigelass* freilass* entlassen* | libere* relach* liberation* | liber* puso_en_libertad en_libertad

+ prais* welcom* | lobt* loben lob begruss* | salue* lou* felicit* | elogi* celebr*
- criticis* criticiz* condemn* accus* blame* | kritisier* warf* wirft* vorwurf* | critiqu* accus* | critic* acus*

+ in_favour_of in_favor_of support* | unterstutz* befurwort* | en_faveur soutien* soutenu* | a_favor apoy*
- against oppos* | gegen dagegen | contre oppos* | contra en_contra

+ publish* reveal* disclos* | veroffentlich* enthull* | publi* revel* | public* revel*
- hid hide* hiding hidden conceal* | verheimlich* verschwieg* versteck* | cach* dissimul* occult* | ocult* escond*

+ arriv* | ankomm* ankam angekommen eintraf* eingetroffen | arriv* | lleg*
- depart* left leave leaves | abfahr* abgefahren verliess* abreis* abgereist | parti partie partis quitt* depart | sali* parti* march*

+ before prior_to | bevor | avant | antes
- after | nachdem | apres | despues tras

+ most majority more_than | mehrheit mehr_als uber | majorite plus_de | mayoria mas_de
- minority less_than fewer_than | minderheit weniger_als unter | minorite moins_de | minoria menos_de
"""

PLACES = """
germany german* | deutsch* bundesrepublik | allem* | aleman*
austria* | osterreich* | autrich* | austria* austriac*
switzerland swiss | schweiz* | suisse* | suiz*
france french* | frankreich* franzos* | france francais* | francia frances*
spain spanish spaniard* | spanien spanisch* | espagn* | espan*
italy italian* | italien* | italie* | italia*
portugal portuguese | portug* | portug* | portug*
netherlands dutch holland | niederland* holland* | pays_bas neerland* hollande | paises_bajos neerland* holand* holandes*
belgium belgian* | belgi* | belg* | belg*
luxembourg* | luxemburg* | luxembourg* | luxemburg*
denmark danish dane* | danemark danisch* | danemark danois* | dinamarca danes daneses danesa*
sweden swedish swede* | schwed* | sued* | suec*
norway norwegian* | norweg* | norveg* | norueg*
finland finnish finn finns | finn* | finland* | finland* finl*
iceland* | island islandisch* | islande* islandais* | islandia islandes*
ireland irish | irland irisch* | irland* | irland*
united_kingdom uk britain british* | grossbritannien britisch* briten vereinigte*_konigreich | royaume_uni grande_bretagne britanni* |
  reino_unido gran_bretana britanic*
england english | england* englisch* | angleterre anglais* | inglaterra ingles*
scotland scottish | schottl* schott* | ecoss* | escoc*
wales welsh | wales walisisch* | pays_de_galles gallois* | gales
poland polish pole poles | polen polnisch* | pologne polonais* | polonia polac*
czech* | tschech* | tcheq* tchequ* | checo* checa* chequia
slovakia slovak* | slowak* | slovaqu* | eslovac* eslovaq*
slovenia* slovene* | slowen* | sloven* | esloven*
hungary hungarian* | ungar* | hongr* | hungr* hungar*
romania* | ruman* | roum* | ruman*
bulgaria* | bulgar* | bulgar* | bulgar*
greece greek* | griech* | grec grecs grecque* grece | greci* grieg*
croatia* croat* | kroat* | croat* croate* | croac* croat*
serbia* serb* | serb* | serb* | serb*
bosnia* | bosni* | bosni* | bosni*
ukraine ukrainian* | ukrain* | ukrain* | ucran*
russia* | russ* | russ* | ruso* rusa rusas rusia
belarus* | belarus* weissruss* | bielorus* | bielorrus*
turkey turkish turk turks turkiye | turk* | turqu* turc turcs | turq* turc*
israel* | israel* | israel* | israel*
palestin* | palastin* | palestin* | palestin*
gaza* | gaza* | gaza* | gaza*
egypt* | agypt* | egypt* | egipt* egipc*
syria* | syri* syrer* | syri* | siri*
iraq* | irak* | irak* irakien* | irak* iraq*
iran* | iran* | iran* | iran*
saudi* | saudi* | saoud* | saud*
lebanon lebanese | libanon libanes* libanesisch* | liban libanais* | liban* libano
china chinese | china chines* | chine chinois* | china chino chinos chinas
taiwan* | taiwan* | taiwan* | taiwan*
japan* | japan* | japon* | japon*
korea* | korea* | coree* coreen* | corea* corean*
india indian* | indien indisch* inder* | inde indien* | india
pakistan* | pakistan* | pakistan* | pakistan* paquistan*
afghan* | afghan* | afghan* | afgan*
australia* | australi* | austral* | austral*
new_zealand* | neuseel* | nouvelle_zelande neo_zeland* | nueva_zelanda neozeland*
fiji* | fidschi* | fidji* | fiyi* fiji*
canada canadian* | kanad* | canad* | canad*
united_states usa u_s american* america | vereinigte*_staaten usa amerika* | etats_unis americain* |
  estados_unidos ee_uu eeuu estadounidense* norteameric*
mexico mexican* | mexik* | mexi* | mexic* mejic*
brazil* | brasili* | bresil* | brasil*
argentin* | argentin* | argentin* | argentin*
chile chilean* | chile* | chili* | chile*
colombia* | kolumb* | colomb* | colomb*
venezuela* | venezol* venezuela* | venezuel* | venezol* venezuela*
peru peruvian* | peru* | perou* peruvien* | peru*
cuba cuban* | kuba* | cuba* | cuba*
south_africa* | sudafrik* | afrique_du_sud sud_africain* | sudafric*
nigeria nigerian* | nigeria* | nigeria* | nigeria*
kenya* | kenia* | kenya* | kenia*
ethiopia* | athiop* | ethiop* | etiop* etiope*
morocco moroccan* | marokk* | maroc* | marroc* marruec*
algeria* | algeri* | algeri* | argeli*
tunisia* | tunes* | tunis* | tunec* tunez
libya* | libysch* libyen | libye* | libi*
europe european* eu european_union | europa* eu europaisch* | europ* ue union_europeenne | europ* ue
nato | nato | otan | otan
united_nations un | vereinte*_nationen uno un | nations_unies onu | naciones_unidas onu
vienna viennese | wien wiener* | vienne viennois* | viena vienes*
munich | munchen munchner* | munich | munich
cologne | koln kolner* | cologne | colonia
brussels | brussel* | bruxelles | bruselas
geneva | genf genfer* | geneve | ginebra
basel basle | basel basler* | bale | basilea
zurich | zurich zurcher* | zurich | zurich
the_hague hague | den_haag haag | la_haye haye | la_haya haya
warsaw | warschau* | varsovie | varsovia
prague | prag prager* | prague | praga
moscow | moskau* | moscou | moscu
kyiv kiev | kiew* kyjiw | kiev kyiv | kiev kyiv
london | london* | londres | londres
lisbon | lissabon* | lisbonne | lisboa
milan | mailand* | milan | milan
rome | rom romisch* | rome | roma
venice | venedig* | venise | venecia
naples | neapel* | naples | napoles
turin | turin* | turin | turin
athens | athen athens | athenes | atenas
beijing peking | peking* | pekin | pekin
cairo | kairo* | caire | cairo
jerusalem | jerusalem* | jerusalem | jerusalen
damascus | damaskus | damas | damasco
copenhagen | kopenhagen* | copenhague | copenhague
new_york | new_york* | new_york | nueva_york
bavaria* | bayern* bayerisch* | baviere bavarois* | baviera bavar*
saxony | sachsen* sachsisch* | saxe | sajonia
andalusia* | andalusi* | andalous* | andaluc* andaluz*
catalonia catalan* | katalon* katalan* | catalogne catalan* | catalun* catalan*
africa* | afrika* | afri* | afric*
asia* | asien asiat* | asi* | asia asiatic*
california* | kalifor* | californi* | california*
amazon | amazonas* | amazon* | amazon*
rhine | rhein* | rhin | rin
danube | donau* | danube | danubio
thames | themse | tamise | tamesis
mediterranean | mittelmeer* | mediterran* | mediterran*
baltic | ostsee* baltisch* baltikum | baltique* | baltic*
alps alpine | alpen* | alpes alpin* | alpes alpin*
constantinople | konstantinopel | constantinople | constantinopla
william | wilhelm* | guillaume | guillermo
charles | karl* | charles | carlos
francis | franziskus | francois | francisco
benedict | benedikt* | benoit | benedicto
john_paul | johannes_paul | jean_paul | juan_pablo
elizabeth | elisabeth* | elisabeth | isabel
christ jesus* christian* | christ* jesus | christ chretien* jesus | crist* jesus
islam* muslim* moslem* | islam* muslim* moslem* | islam* musulman* | islam* musulman*
jew jews jewish | jud* | juif juifs juive* | judi*
catholic* | katholi* | catholi* | catolic*
protestant* | protestant* evangelisch* | protestant* | protestant*
tasmania* | tasmani* | tasmani* | tasmani*
"""

"""Words of the news that mean the contrary of each other, in four languages; tables as in `vocabulary`.

`+` and `-` of one block are opposites: a negation turns one into the other.
"""

OPPOSITES = """
+ went_up go_up goes_up going_up more_expensive dearer rise* rose risen grew grow* increas* climb* higher highest soar* surge* leap*
  leapt jump* gain* |
  verteuer* teurer stieg* steig* gestiegen erhoh* zugenommen zunahme anstieg wuchs wachst gewachsen hoher kletter* hochst* |
  rencheri* plus_cher* augment* hausse monte* croit crois* progress* bondi* grimp* plus_haut* |
  encarec* subi* sube* aument* crec* alza dispar* escalo repunt* mas_alt*
- went_down go_down goes_down going_down cheaper fall fell falls fallen falling drop* decreas* declin* lower lowest sank sink* shrink*
  shrank slump* plung* tumbl* dipped slipped |
  verbillig* billiger gunstiger sank sanken sink* gesunken fiel fielen fallt gefallen ruckgang* schrumpf* niedrig* tiefst* nahm*_ab |
  moins_cher* baiss* recul* chut* diminu* plong* flechi* plus_bas* |
  abarat* baj* caid* cay* descen* redujo reduj* disminu* desplom* retroced* mas_baj*

+ open* reopen* | offne* offnet* geoffnet* eroffn* wiedereroffn* offnung* offen | ouvert* ouvr* rouvr* ouverture* |
  abri* abre* abiert* apertura* reabri* reapertura*
- close* closing closure* shut* | schliess* geschlossen* schloss schliessung* gesperrt* sperr* | ferme* fermeture* | cerr* cierr* clausur*

+ approv* accept* adopt* pass passed passes agree* endorse* |
  billig* beschloss* beschliess* angenommen* annahme zugestimmt stimmt*_zu verabschied* gebilligt | approuv* adopt* accept* |
  aprob* acept* aprueb*
- reject* refus* turned_down vetoed contests contested disputes disputed | ablehn* abgelehnt* lehnte* verweiger* bestreitet bestritt* |
  rejet* refus* repouss* contest* | rechaz* deneg* impugn*

+ win won wins winning victor* | gewann* gewinn* gewonnen sieg siege siegte* | gagne* remport* victoire* vainqu* |
  gana ganan gano ganar* ganad* victoria* vencio vencieron vence vencedor* derroto derrotaron
- lose lost loses losing was_defeated were_defeated defeat_in | verlor* verlier* niederlage* | perd* defaite* |
  perdi* pierd* derrota derrotas perdid*

+ profit* surplus | gewinn gewinne gewinns uberschuss* | benefice* profit* excedent* | beneficio* ganancia* superavit
- loss losses deficit* | verlust* defizit* | perte* deficit* | perdida perdidas deficit*

+ convict* sentenc* guilty | verurteil* schuldig* | condamn* coupable* | conden* culpable*
- acquit* cleared not_guilty | freispr* freigesproch* sprach*_frei | acquitt* relax* | absol* absuelv* absuelt*

+ allow* permit* legaliz* authoris* authoriz* | erlaub* gestatt* genehmig* | autoris* permet* permis | permit* autoriz*
- forbid* forbade ban banned bans prohibit* | verbot* verbiet* untersag* | interdi* | prohib*

+ creat* hire* hiring | schaff* einstell* stellt*_ein | cree* creer creation* embauch* recrut* |
  crea crean crear* creo creado* creacion* contrat*
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

+ most majority more_than | mehrheit mehr_als uber | majorite plus_de plus_qu* | mayoria mas_de mas_que
- minority less_than fewer_than | minderheit weniger_als unter | minorite moins_de moins_qu* | minoria menos_de menos_que

+ better improv* | besser* verbesser* | mieux meilleur* amelior* | mejor*
- worse worsen* deteriorat* | schlechter* verschlechter* | pire pires empir* degrad* deterior* | peor peores empeor* deterior*

+ resume* restart* reinstat* | wiederaufgenommen* wiederaufnahme* wiederaufnehm* nahm*_wieder_auf | repris reprise* reprend* reprendr* |
  reanud* retom*
- suspend* halt halts halted | ausgesetzt* suspendier* unterbroch* unterbrech* | suspend* interromp* interrompu* |
  suspend* suspension interrump*

+ keep kept keeps honour* honor* fulfil* compl* | gehalten hielt hielten halt erfullt* eingehalten | tient tenu tenue respect* honore* |
  cumpl* respet*
- broke broken break breaks breach* violat* flout* | gebrochen brach brachen bricht verstoss* verstiess* missacht* |
  rompu rompt viole* enfrein* |
  incumpl* viol* quebrant* rompio
"""

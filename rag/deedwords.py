"""Deeds that questions ask for, in four languages, each with the words in which texts tell of it.

A line is one deed: its words in English | German | French | Spanish, written as in `comparisons/vocabulary`. Of each language those before
the `;` ask for it in a question, and all of them tell of it. A `#` line names the kinds of question below it.
"""

# whoever tells of them does so in one of these words: where nobody does, nobody tells
ALWAYS_TOLD = """
# who, when, where
design designed designs ; design designed designs designer* architect* drew drawn planned plans_by | entwarf* entworfen entwirft ;
  entworf* entwurf* architekt* geplant plant* gezeichnet | dessine* concu* concoit ; dessin* conc* architecte* plans | disen* ; arquitect*
  proyect* planos
arrested detained ; arrest* detain* detention custody jail* caught imprison* | festgenommen verhaftet ; festnahm* nahm*_fest verhaft* haft
  inhaftiert* gewahrsam gefasst gefangnis* | ete_arrete* ete_interpelle* ; arret* interpell* garde_a_vue ecroue* prison* | detenid*
  arrestad* detuv* ; deten* arrest* captur* prision carcel
born ; birth* native | geboren ; geburt* | est_ne est_nee est_il_ne est_elle_nee naquit ; ne nee nes nees naissance natif native
  originaire | nacio nacieron ; naci* nacimiento natural_de
marry married ; marr* wed wedding* husband wife spouse bride groom | heiratet* geheiratet ; heirat* verheirat* hochzeit* ehe* trau* |
  s_est_marie s_est_mariee s_est_il_marie s_est_elle_mariee epous* ; marie* mariage* mari noces | se_caso se_casa se_casara se_casaron ;
  casad* casar* boda* marido espos* matrimonio
study studied go_to_school go_to_university go_to_college went_to_school went_to_university ; stud* school* universit* college* educat*
  degree* graduat* academ* | studierte studiert ; stud* schul* hochschul* universit* ausbild* absolv* abitur | etudie etudiait
  a_fait_ses_etudes ; etud* ecole* universit* lycee* diplom* form* | estudio estudia ; estudi* universidad* escuela* colegio* licenci*
  gradu* form*
founded ; found* establish* creat* set_up start* began launch* | grundete* gegrundet ; grundete* grundung* grunder* gegrund* entstand*
  errichte* | a_fonde ete_fonde* fonda ; fonde* fondat* cree* creat* | fundo fundaron fundad* ; fund* crea* creo

# who, when
built ; buil* construct* erect* complet* finish* open* dates dating raised | gebaut errichtet erbaut ; bau* gebaut* erbau* errichte*
  fertig* entst* eroffn* vollend* stamm* | ete_construit* ; constru* bati* edifi* acheve* erig* ouv* inaugur* | se_construyo
  se_construyeron construid* construyo ; constru* edific* levant* inaugur* termin*

# who, what, how, how much
husband wife spouse ; marr* wed wedding* husband* wife spouse partner | ehemann* ehefrau* gatt* ; ehe* heirat* verheirat* gatt* mann frau
  | mari epouse epoux conjoint* ; mari* epou* femme conjoint* | marido esposa esposo conyuge ; marido espos* casad* caso mujer conyuge

# who
replaces replaced replace succeeds succeeded succeed ; replac* succe* successor* take*_over took_over taken_over follow* stand*_in fill*
  instead appoint* named new | ersetzt nachfolger* nachfolgt folgt ; folg* nachfolg* ersetz* lost_*_ab ubern* neu* ernannt* gewahlt* |
  remplac* succed* ; succe* nomm* nouveau nouvelle prend*_la_suite reprend* | sustitu* reemplaz* sucede* relev* ; suce* nuev* nombra*
  asum*

# how much
earn* salary salaries ; earn* salar* wage* pay paid pays income | verdien* gehalt gehalts ; verdien* gehalt* gehalter lohn* bezahl*
  einkommen bezuge | gagne* salaire ; gagn* salaire* paye* touche* remuner* revenu* | gana ganan cobra cobran sueldo salario ; gan* cobr*
  sueldo* salario* ingres* pag*

# how many
children kids ; child* kid kids son sons daughter* bab* | kinder ; kind* sohn* tochter* | enfants ; enfant* fils fille* | hijos ninos ;
  hij* nin*

# what
colour color ; red blue green yellow white black grey gray brown orange pink purple golden silver colour* color* | farbe ; rot* blau*
  grun* gelb* weiss* schwarz* grau* braun* rosa orange* golden* silbern* farb* | couleur ; rouge* bleu* vert verte verts vertes jaune*
  blanc* noir* gris* brun* rose orange dore* couleur* | color ; roj* azul* verde* amarill* blanc* negr* gris* marron rosa naranja dorad*
  color*
"""

# also told in other words: "the first train ran on 3 May" tells of an opening
OFTEN_TOLD = """
# when, where
open opens opened opening reopen* inaugurat* enter_service start_running go_into_operation ; open* start* begin* began launch*
  in_operation service running runs | offnet* eroffnet* geoffnet* in_betrieb ; offn* eroffn* offen betrieb beginn* startet* | ouvre*
  ouvrira ouvert* rouvr* rouvert* inaugur* mise_en_service ; ouv* rouv* service | abre abrio abrira abren reabr* inaugur*
  entra*_en_servicio entro_en_servicio puesta_en_marcha ; abr* abiert* servicio marcha funcion*
close closes closed shut shuts ; clos* shut* offline | schliesst schloss schliessen geschlossen gesperrt ; schliess* sperr* gesperr*
  stillgelegt stilllegung* vom_netz ausser_betrieb | ferme ferment fermera fermee ferm* ; ferm* | cierra cerro cerrara cierran cerr* ;
  cerr* cierr* clausur*
begin begins began start starts started ; begin* begun start* launch* open* since | beginnt begann begonnen startet* ; beginn* begann*
  start* seit lauft ruht | commence* debute* ; commenc* debut* depuis ouvr* lanc* | empieza* empezo empezara comienza* comenzo ; empez*
  empiez* comenz* comienz* inici* arranc* desde
end ends ended finish* ; end* over finish* conclud* until | endet* endete beendet ; end* beend* schluss vorbei bis | se_termine* termine*
  acheve* ; termin* achev* fin finit prend_fin jusqu* | termina termino terminara acaba acabo ; termin* acab* fin final* conclu* hasta

# who
owns owned owner ; own* belong* bought possess* | gehort besitzt besitzer* eigentumer* ; gehor* besitz* eigentum* eigner* | possede
  appartient proprietaire* ; possed* appart* propriet* detient | posee pertenece propietari* duen* ; pose* pertenec* propiet* duen*
"""

"""Things that news are made of, in four languages, of which one excludes the others.

A line is one thing: its words in English | German | French | Spanish, folded (no accents, ß as ss); one that begins with a blank
goes on. `*` stands for any ending, `_` for a space, `_*_` for up to eight words between. Things of one group exclude one another: who
speaks of a mayor speaks of no governor. `synonyms`, `opposites` and `places` are tables of the same form.
"""

GROUPS = """
# institutions
government* cabinet | regierung* kabinett | gouvernement* | gobierno* ejecutivo
parliament* bundestag congress house_of_* assembly | parlament* bundestag* abgeordnetenhaus* nationalrat* | parlement* assemblee* |
  parlament* congreso* cortes
bundesrat senate | bundesrat* senat | senat | senado
council councils city_hall town_hall | stadtrat* gemeinderat* rat | conseil_municipal municipalite | ayuntamiento* concejo* pleno_municipal
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
  pdg directeur_general directrice_generale president presidente |
  consejer*_delegad* director_general directora_general presidente presidenta

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
killed dead died die dies deaths death kill kills drown* perish* fatalit* lost_their_lives claimed_*_lives |
  getotet* tot tote toten starb* gestorben todesopfer* todesfall* ums_leben umgekommen ertrunken ertrank* |
  tue* mort* mourut decede* deces noye* perdu_la_vie | muert* murio murieron mato fallec* deceso* ahogad* perdieron_la_vida
alive surviv* | lebend lebende* lebendig* uberleb* | vivant* en_vie surviv* surveci* rescape* | con_vida vivo vivos viva vivas sobreviv*
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

# time of day
night nights | nacht nachts nachte | nuit nuits | noche noches
morning | morgens vormittag* | matin matinee | manana_por_la por_la_manana
afternoon | nachmittag* | apres_midi | tarde
evening monday_night tuesday_night wednesday_night thursday_night friday_night saturday_night sunday_night |
  abend abends *abend | soir soiree | noche noches

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

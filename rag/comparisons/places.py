"""Countries, cities, names of many languages and faiths, by their names in four languages; a table as in `vocabulary`."""

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
latvia* | lettland* lettisch* lette letten | letton* | leton*
lithuania* | litau* | lituan* | lituan*
estonia* | estland* estnisch* esten | estoni* | estoni*
cyprus cypriot* | zypern zypriot* zyprisch* | chypr* | chipre chipriot*
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
jordan jordanian* | jordan* | jordan* | jordan*
yemen* | jemen* | yemen* | yemen*
ivory_coast ivorian* | elfenbeinkuste ivor* | cote_d_ivoire ivoirien* | costa_de_marfil marfilen*
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
ecuador* | ecuador* | equateur equatorien* | ecuador ecuatorian*
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
alps alpine | alpen alpin* | alpes alpin alpine alpins alpines | alpes alpino alpina alpinos alpinas
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

"""Words of names that other languages say in words of their own: the United States, the World War, the Court of Justice."""

# folded; English, Spanish and French together, for a word is rarely another kind of name in the next language
_WORDS = """
united states state nations union kingdom republic empire treaty agreement accord act court justice university institute school faculty
college church river lake mount sea ocean bay island islands park square street bridge north south east west northern southern eastern
western central upper lower great greater new old saint king queen prince princess lord lady house party labour liberal democratic
democrat democrats republican conservative green greens world war battle first second third fourth ninth tenth supreme federal national
international general royal european african asian american black white red office bureau department ministry secretary committee
commission council conference congress assembly summit agency authority company corporation group bank museum gallery theatre foundation
association federation society league club times post news radio television middle age ages century god bible word earth plague music
guerra mundial primera segundo segunda tercera estados unidos unida reino imperio tratado tribunal corte justicia universidad facultad
instituto escuela iglesia rio lago mar oceano bahia isla islas parque plaza calle norte sur oriental occidental gran nuevo nueva viejo
san santa santo rey reina principe senor casa partido laborista conservador tierra supremo nacional internacional real europea europeo
negro blanco rojo oficina departamento ministerio secretaria secretario comite comision consejo conferencia congreso asamblea cumbre
agencia autoridad empresa grupo banco museo galeria teatro fundacion asociacion federacion sociedad liga centro laboratorio laboratorios
camara tecnico occidente oriente edad dios biblia palabra peste etats unis royaume republique traite loi cour universite institut ecole
faculte eglise fleuve riviere lac mont mer baie ile iles parc place rue pont grand grande nouveau nouvelle vieux roi reine maison parti
travailliste conservateur guerre mondiale premiere seconde internationale europeenne noir blanc rouge departement ministere secretaire
christmas easter navidad pascua noel paques arts
conseil congres assemblee sommet agence autorite societe groupe banque musee galerie fondation ligue chambre moyen siecle dieu terre
"""
TRANSLATED = frozenset(_WORDS.split())

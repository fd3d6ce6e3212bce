<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Alert</name>
    <message>
        <source>Price at or above</source>
        <translation>Prix à ou au-dessus de</translation>
    </message>
    <message>
        <source>Price at or below</source>
        <translation>Prix à ou au-dessous de</translation>
    </message>
    <message>
        <source>Price crosses</source>
        <translation>Prix franchit</translation>
    </message>
    <message>
        <source>Spread above (bps)</source>
        <translation>Spread au-dessus de (bps)</translation>
    </message>
    <message>
        <source>Volume burst of</source>
        <translation>Pic de volume de</translation>
    </message>
    <message>
        <source>Book imbalance above (%)</source>
        <translation>Déséquilibre du carnet au-dessus de (%)</translation>
    </message>
    <message>
        <source>Price range above (bps)</source>
        <translation>Amplitude au-dessus de (bps)</translation>
    </message>
    <message>
        <source>Wall added of</source>
        <translation>Mur ajouté de</translation>
    </message>
    <message>
        <source>Wall pulled of</source>
        <translation>Mur retiré de</translation>
    </message>
    <message>
        <source>Feed not live</source>
        <translation>Flux non live</translation>
    </message>
    <message>
        <source>%1: %2 in %3 s</source>
        <translation>%1 : %2 en %3 s</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1 traded</source>
        <translation>%1 échangés</translation>
    </message>
    <message>
        <source>a range of %L1 bps</source>
        <translation>une amplitude de %L1 bps</translation>
    </message>
    <message>
        <source>traded at %1</source>
        <translation>échangé à %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>a bid</source>
        <translation>un bid</translation>
    </message>
    <message>
        <source>an offer</source>
        <translation>un ask</translation>
    </message>
    <message>
        <source>a spread of %L1 bps</source>
        <translation>un spread de %L1 bps</translation>
    </message>
    <message>
        <source>%1 on one side</source>
        <translation>%1 d’un seul côté</translation>
    </message>
    <message>
        <source>%1 entered or left</source>
        <translation>%1 : entrée ou sortie</translation>
    </message>
    <message>
        <source>%1 crossed</source>
        <translation>%1 : franchissement</translation>
    </message>
    <message>
        <source>Drawing crossed</source>
        <translation>Tracé franchi</translation>
    </message>
    <message>
        <source>Position larger than</source>
        <translation>Position supérieure à</translation>
    </message>
    <message>
        <source>Loss of the position above</source>
        <translation>Perte de la position au-dessus de</translation>
    </message>
    <message>
        <source>Loss of all positions above</source>
        <translation>Perte de toutes les positions au-dessus de</translation>
    </message>
    <message>
        <source>a position of %1</source>
        <translation>une position de %1</translation>
    </message>
    <message>
        <source>a loss of %1 %2</source>
        <translation>une perte de %1 %2</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>MMM yyyy</source>
        <extracomment>How a month is written, in the letters of QLocale::toString</extracomment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>How a day without its year is written, in the letters of QLocale::toString</extracomment>
        <translation>d MMM</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 j %2 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 ticks</source>
        <translation>%1 ticks</translation>
    </message>
    <message>
        <source>%1 bps</source>
        <translation>%1 bps</translation>
    </message>
    <message>
        <source>V %1</source>
        <translation>V %1</translation>
    </message>
    <message>
        <source>Trend line</source>
        <translation>Ligne de tendance</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>Demi-droite</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Jaune</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>Turquoise</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
</context>
<context>
    <name>ErrorCode</name>
    <message>
        <source>A number was expected and nothing was found</source>
        <translation>Un nombre était attendu, il n’y a rien</translation>
    </message>
    <message>
        <source>This is not a decimal number</source>
        <translation>Ce n’est pas un nombre décimal</translation>
    </message>
    <message>
        <source>The number has more decimals than fit here</source>
        <translation>Le nombre a trop de décimales</translation>
    </message>
    <message>
        <source>The number is too large</source>
        <translation>Le nombre est trop grand</translation>
    </message>
    <message>
        <source>The configuration file cannot be read</source>
        <translation>Le fichier de configuration est illisible</translation>
    </message>
    <message>
        <source>The configuration file is not valid TOML</source>
        <translation>Le fichier de configuration n’est pas du TOML valide</translation>
    </message>
    <message>
        <source>There is no such setting</source>
        <translation>Ce réglage n’existe pas</translation>
    </message>
    <message>
        <source>The setting cannot take this value</source>
        <translation>Ce réglage ne peut pas prendre cette valeur</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Le fichier est illisible</translation>
    </message>
    <message>
        <source>The file ends too early</source>
        <translation>Le fichier se termine trop tôt</translation>
    </message>
    <message>
        <source>The file is in no known capture format</source>
        <translation>Le format d’enregistrement du fichier est inconnu</translation>
    </message>
    <message>
        <source>The message is not valid JSON</source>
        <translation>Le message n’est pas du JSON valide</translation>
    </message>
    <message>
        <source>The message lacks a field it must have</source>
        <translation>Il manque au message un champ obligatoire</translation>
    </message>
    <message>
        <source>The frame cannot be unpacked</source>
        <translation>La trame ne peut pas être décodée</translation>
    </message>
    <message>
        <source>Messages are missing from the feed</source>
        <translation>Il manque des messages dans le flux</translation>
    </message>
    <message>
        <source>No snapshot of the book has been seen yet</source>
        <translation>Aucun instantané du carnet reçu</translation>
    </message>
    <message>
        <source>The book is crossed</source>
        <translation>Le carnet est croisé</translation>
    </message>
    <message>
        <source>The book&apos;s checksum is not the venue&apos;s</source>
        <translation>La somme de contrôle du carnet n’est pas celle de la plateforme</translation>
    </message>
    <message>
        <source>This venue is not supported</source>
        <translation>Cette plateforme n’est pas prise en charge</translation>
    </message>
    <message>
        <source>The instrument&apos;s definition is invalid</source>
        <translation>La définition de l’instrument est invalide</translation>
    </message>
    <message>
        <source>The venue lists the instrument as halted, delisted or expired</source>
        <translation>La plateforme donne l’instrument comme suspendu, retiré ou expiré</translation>
    </message>
    <message>
        <source>There is no such instrument</source>
        <translation>Cet instrument n’existe pas</translation>
    </message>
    <message>
        <source>This ClOrdID was used for another order</source>
        <translation>Ce ClOrdID a déjà servi pour un autre ordre</translation>
    </message>
    <message>
        <source>The ClOrdID is empty or too long</source>
        <translation>Le ClOrdID est vide ou trop long</translation>
    </message>
    <message>
        <source>The price must be greater than zero</source>
        <translation>Le prix doit être supérieur à zéro</translation>
    </message>
    <message>
        <source>The price is not a multiple of the tick size</source>
        <translation>Le prix n’est pas un multiple du tick</translation>
    </message>
    <message>
        <source>The quantity must be greater than zero</source>
        <translation>La quantité doit être supérieure à zéro</translation>
    </message>
    <message>
        <source>The quantity is not a multiple of the lot size</source>
        <translation>La quantité n’est pas un multiple du lot</translation>
    </message>
    <message>
        <source>The order&apos;s value is below the minimum</source>
        <translation>La valeur de l’ordre est sous le minimum</translation>
    </message>
    <message>
        <source>The order is larger than the maximum</source>
        <translation>L’ordre dépasse le maximum</translation>
    </message>
    <message>
        <source>The free balance does not cover the order</source>
        <translation>Le solde libre ne couvre pas l’ordre</translation>
    </message>
    <message>
        <source>There is no such working order</source>
        <translation>Il n’y a pas de tel ordre actif</translation>
    </message>
    <message>
        <source>The order is already done</source>
        <translation>L’ordre est déjà terminé</translation>
    </message>
    <message>
        <source>The market&apos;s book is not live</source>
        <translation>Le carnet du marché n’est pas live</translation>
    </message>
    <message>
        <source>The order belongs to somebody else</source>
        <translation>L’ordre appartient à quelqu’un d’autre</translation>
    </message>
    <message>
        <source>This order type is not supported here</source>
        <translation>Ce type d’ordre n’est pas pris en charge ici</translation>
    </message>
    <message>
        <source>There is nothing on the other side to trade with</source>
        <translation>Il n’y a rien à traiter en face</translation>
    </message>
    <message>
        <source>An order with this OrderID is working</source>
        <translation>Un ordre avec cet OrderID est actif</translation>
    </message>
    <message>
        <source>The book has no room for another order</source>
        <translation>Le carnet n’a plus de place pour un ordre</translation>
    </message>
    <message>
        <source>The order&apos;s type, time in force and instructions do not go together</source>
        <translation>Type, validité et instructions de l’ordre sont incompatibles</translation>
    </message>
    <message>
        <source>The stop price or the trailing offset is not valid</source>
        <translation>Le prix stop ou l’écart suiveur est invalide</translation>
    </message>
    <message>
        <source>The display quantity is not valid</source>
        <translation>La quantité affichée est invalide</translation>
    </message>
    <message>
        <source>The price is outside the price band</source>
        <translation>Le prix est hors de la bande de prix</translation>
    </message>
    <message>
        <source>The market does not take such an order now</source>
        <translation>Le marché n’accepte pas un tel ordre en ce moment</translation>
    </message>
    <message>
        <source>Nothing was traded yet that the order could follow</source>
        <translation>Rien n’a encore été échangé que l’ordre puisse suivre</translation>
    </message>
    <message>
        <source>There is no position that the order could reduce</source>
        <translation>Il n’y a pas de position à réduire</translation>
    </message>
    <message>
        <source>The order must not take, and would trade at this price</source>
        <translation>L’ordre ne doit pas prendre et s’exécuterait à ce prix</translation>
    </message>
    <message>
        <source>The order could not be filled whole and was not filled</source>
        <translation>L’ordre ne pouvait être exécuté en entier et ne l’a pas été</translation>
    </message>
    <message>
        <source>The order would have traded with its own owner</source>
        <translation>L’ordre aurait traité avec son propre émetteur</translation>
    </message>
    <message>
        <source>The order&apos;s time has passed</source>
        <translation>La validité de l’ordre est passée</translation>
    </message>
    <message>
        <source>The trading day has ended</source>
        <translation>La journée de bourse est terminée</translation>
    </message>
    <message>
        <source>The order it is linked to is done</source>
        <translation>L’ordre auquel il est lié est terminé</translation>
    </message>
    <message>
        <source>Another order of the list is not valid</source>
        <translation>Un autre ordre de la liste est invalide</translation>
    </message>
    <message>
        <source>Trading of this account is stopped</source>
        <translation>Le trading de ce compte est suspendu</translation>
    </message>
    <message>
        <source>There is no such account</source>
        <translation>Ce compte n’existe pas</translation>
    </message>
    <message>
        <source>The session is closed</source>
        <translation>La session est fermée</translation>
    </message>
    <message>
        <source>This market has no past to move to</source>
        <translation>Ce marché n’a pas de passé où revenir</translation>
    </message>
    <message>
        <source>The time is outside the recording</source>
        <translation>L’heure est hors de l’enregistrement</translation>
    </message>
    <message>
        <source>There is no such file or directory</source>
        <translation>Ce fichier ou dossier n’existe pas</translation>
    </message>
    <message>
        <source>Another program writes to this directory</source>
        <translation>Un autre programme écrit dans ce dossier</translation>
    </message>
    <message>
        <source>The journal is damaged</source>
        <translation>Le journal est endommagé</translation>
    </message>
    <message>
        <source>Records are missing from the journal</source>
        <translation>Il manque des entrées au journal</translation>
    </message>
    <message>
        <source>It is not known up to where the journal was written safely</source>
        <translation>On ne sait pas jusqu’où le journal a été écrit sûrement</translation>
    </message>
    <message>
        <source>The file was written by another version of the program</source>
        <translation>Le fichier vient d’une autre version du programme</translation>
    </message>
    <message>
        <source>There is no space left for the journal</source>
        <translation>Il n’y a plus de place pour le journal</translation>
    </message>
    <message>
        <source>The journal&apos;s disk has failed</source>
        <translation>Le disque du journal est en panne</translation>
    </message>
    <message>
        <source>The record is too large for the journal</source>
        <translation>L’entrée est trop grande pour le journal</translation>
    </message>
    <message>
        <source>The journal cannot have these settings</source>
        <translation>Le journal ne peut pas avoir ces réglages</translation>
    </message>
    <message>
        <source>The snapshot is damaged</source>
        <translation>L’instantané est endommagé</translation>
    </message>
    <message>
        <source>The snapshot is not of this journal</source>
        <translation>L’instantané n’est pas de ce journal</translation>
    </message>
    <message>
        <source>The recorded history is damaged</source>
        <translation>L’historique enregistré est endommagé</translation>
    </message>
    <message>
        <source>The history was written by another version of the program</source>
        <translation>L’historique vient d’une autre version du programme</translation>
    </message>
    <message>
        <source>A part of the market was not recorded</source>
        <translation>Une partie du marché n’a pas été enregistrée</translation>
    </message>
    <message>
        <source>The market is faster than it can be recorded</source>
        <translation>Le marché va plus vite que l’enregistrement</translation>
    </message>
    <message>
        <source>This is older than what is recorded already</source>
        <translation>C’est plus ancien que ce qui est déjà enregistré</translation>
    </message>
    <message>
        <source>There is no space left to record on</source>
        <translation>Il n’y a plus de place pour enregistrer</translation>
    </message>
    <message>
        <source>The disk that is recorded on has failed</source>
        <translation>Le disque de l’enregistrement est en panne</translation>
    </message>
    <message>
        <source>This is not a usable address</source>
        <translation>Cette adresse n’est pas utilisable</translation>
    </message>
    <message>
        <source>The host&apos;s name could not be looked up</source>
        <translation>Le nom de l’hôte n’a pas pu être résolu</translation>
    </message>
    <message>
        <source>There is no connection to the host</source>
        <translation>Pas de connexion avec l’hôte</translation>
    </message>
    <message>
        <source>The host could not be proven to be who it says it is</source>
        <translation>L’identité de l’hôte n’a pas pu être prouvée</translation>
    </message>
    <message>
        <source>The server refused the stream</source>
        <translation>Le serveur a refusé le flux</translation>
    </message>
    <message>
        <source>The other side is silent</source>
        <translation>L’autre côté ne répond pas</translation>
    </message>
    <message>
        <source>The connection ended</source>
        <translation>La connexion s’est terminée</translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation>Le serveur a refusé la requête</translation>
    </message>
    <message>
        <source>Data comes faster than it can be read</source>
        <translation>Les données arrivent plus vite qu’elles ne sont lues</translation>
    </message>
    <message>
        <source>Nobody is logged in</source>
        <translation>Personne n’est connecté</translation>
    </message>
    <message>
        <source>The name or the password is wrong</source>
        <translation>Le nom ou le mot de passe est faux</translation>
    </message>
    <message>
        <source>The token is not one of ours</source>
        <translation>Le jeton n’est pas des nôtres</translation>
    </message>
    <message>
        <source>The token is no longer valid</source>
        <translation>Le jeton n’est plus valable</translation>
    </message>
    <message>
        <source>The session or key was withdrawn</source>
        <translation>La session ou la clé a été révoquée</translation>
    </message>
    <message>
        <source>The code of the second factor is needed</source>
        <translation>Le code du second facteur est nécessaire</translation>
    </message>
    <message>
        <source>The code of the second factor is wrong</source>
        <translation>Le code du second facteur est faux</translation>
    </message>
    <message>
        <source>There were too many wrong tries; wait before the next one</source>
        <translation>Trop d’essais erronés ; attendez avant le prochain</translation>
    </message>
    <message>
        <source>This user may not do that</source>
        <translation>Cet utilisateur n’en a pas le droit</translation>
    </message>
    <message>
        <source>The key may not be used from this address</source>
        <translation>La clé ne peut pas servir depuis cette adresse</translation>
    </message>
    <message>
        <source>The signature is not that of this request</source>
        <translation>La signature n’est pas celle de cette requête</translation>
    </message>
    <message>
        <source>The request&apos;s time is too far from the server&apos;s</source>
        <translation>L’heure de la requête est trop loin de celle du serveur</translation>
    </message>
    <message>
        <source>The request was sent before</source>
        <translation>La requête a déjà été envoyée</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>Cette clé n’existe pas</translation>
    </message>
    <message>
        <source>The password is too easy to guess</source>
        <translation>Le mot de passe est trop facile à deviner</translation>
    </message>
    <message>
        <source>Another user has this name</source>
        <translation>Un autre utilisateur porte ce nom</translation>
    </message>
    <message>
        <source>This cannot be a user&apos;s name</source>
        <translation>Ce ne peut pas être un nom d’utilisateur</translation>
    </message>
    <message>
        <source>There is no such user</source>
        <translation>Cet utilisateur n’existe pas</translation>
    </message>
    <message>
        <source>The login provider did not confirm who this is</source>
        <translation>Le service de connexion n’a pas confirmé l’identité</translation>
    </message>
    <message>
        <source>New users are made by an administrator only</source>
        <translation>Seul un administrateur crée des utilisateurs</translation>
    </message>
    <message>
        <source>The key that protects secrets cannot be had</source>
        <translation>La clé qui protège les secrets est indisponible</translation>
    </message>
    <message>
        <source>A protected secret was changed or is under another key</source>
        <translation>Un secret protégé a été modifié ou relève d’une autre clé</translation>
    </message>
    <message>
        <source>A cryptographic operation failed</source>
        <translation>Une opération cryptographique a échoué</translation>
    </message>
    <message>
        <source>The audit trail was changed</source>
        <translation>La piste d’audit a été modifiée</translation>
    </message>
    <message>
        <source>The request cannot be understood</source>
        <translation>La requête est incompréhensible</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>Il n’y a rien à cette adresse</translation>
    </message>
    <message>
        <source>This address does not take that method</source>
        <translation>Cette adresse n’accepte pas cette méthode</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>La requête est trop grande</translation>
    </message>
    <message>
        <source>The request did not arrive in time</source>
        <translation>La requête n’est pas arrivée à temps</translation>
    </message>
    <message>
        <source>There were too many requests; wait before the next one</source>
        <translation>Trop de requêtes ; attendez avant la prochaine</translation>
    </message>
    <message>
        <source>A parameter is missing</source>
        <translation>Il manque un paramètre</translation>
    </message>
    <message>
        <source>A parameter cannot take this value</source>
        <translation>Un paramètre ne peut pas prendre cette valeur</translation>
    </message>
    <message>
        <source>The body is of a kind that is not read here</source>
        <translation>Un contenu de ce type n’est pas lu ici</translation>
    </message>
    <message>
        <source>The engine has no room for the request; try again</source>
        <translation>Le moteur n’a pas de place pour la requête ; réessayez</translation>
    </message>
    <message>
        <source>This version cannot do that yet</source>
        <translation>Cette version ne sait pas encore le faire</translation>
    </message>
    <message>
        <source>This does not go together with what is there</source>
        <translation>C’est incompatible avec ce qui existe</translation>
    </message>
    <message>
        <source>There is no such stream</source>
        <translation>Ce flux n’existe pas</translation>
    </message>
    <message>
        <source>The connection has too many streams</source>
        <translation>La connexion a trop de flux</translation>
    </message>
    <message>
        <source>The connection reads too slowly</source>
        <translation>La connexion lit trop lentement</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>La base de données est injoignable</translation>
    </message>
    <message>
        <source>The database refused the operation</source>
        <translation>La base de données a refusé l’opération</translation>
    </message>
    <message>
        <source>The database was made by another version of the program</source>
        <translation>La base de données vient d’une autre version du programme</translation>
    </message>
    <message>
        <source>There is no such record</source>
        <translation>Cet enregistrement n’existe pas</translation>
    </message>
    <message>
        <source>There is such a record already</source>
        <translation>Cet enregistrement existe déjà</translation>
    </message>
    <message>
        <source>The backup is damaged</source>
        <translation>La sauvegarde est endommagée</translation>
    </message>
</context>
<context>
    <name>HeatOverlays</name>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>5 min and older</source>
        <translation>5 min et plus</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>exéc.</translation>
    </message>
    <message>
        <source>VAH</source>
        <translation>VAH</translation>
    </message>
    <message>
        <source>VAL</source>
        <translation>VAL</translation>
    </message>
    <message>
        <source>POC</source>
        <translation>POC</translation>
    </message>
    <message>
        <source>naked POC</source>
        <translation>POC non retesté</translation>
    </message>
    <message>
        <source>Cumulative delta</source>
        <translation>Delta cumulé</translation>
    </message>
    <message>
        <source>≈ iceberg</source>
        <translation>≈ iceberg</translation>
    </message>
    <message>
        <source>VWAP since %1</source>
        <translation>VWAP depuis %1</translation>
    </message>
    <message>
        <source>iceberg</source>
        <translation>iceberg</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Buy at the bid</source>
        <translation>Acheter au bid</translation>
    </message>
    <message>
        <source>Sell at the ask</source>
        <translation>Vendre à l’ask</translation>
    </message>
    <message>
        <source>Take the ask</source>
        <translation>Prendre l’ask</translation>
    </message>
    <message>
        <source>Take the bid</source>
        <translation>Prendre le bid</translation>
    </message>
    <message>
        <source>Buy at market</source>
        <translation>Acheter au marché</translation>
    </message>
    <message>
        <source>Sell at market</source>
        <translation>Vendre au marché</translation>
    </message>
    <message>
        <source>Cancel the orders of this market</source>
        <translation>Annuler les ordres de ce marché</translation>
    </message>
    <message>
        <source>Cancel the stops of this market</source>
        <translation>Annuler les stops de ce marché</translation>
    </message>
    <message>
        <source>Close the position</source>
        <translation>Clôturer la position</translation>
    </message>
    <message>
        <source>Reverse the position</source>
        <translation>Inverser la position</translation>
    </message>
    <message>
        <source>Cancel and close everything</source>
        <translation>Tout annuler et clôturer</translation>
    </message>
</context>
<context>
    <name>OrderGuard</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>It is worth %1 %2.</source>
        <translation>Il vaut %1 %2.</translation>
    </message>
    <message>
        <source>Its price is %1 beyond the best of the other side.</source>
        <translation>Son prix dépasse de %1 le meilleur de l’autre côté.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Ladder</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>Chandeliers</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>Footprint</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Profil de volume</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profondeur</translation>
    </message>
    <message>
        <source>Time and sales</source>
        <translation>Time &amp; sales</translation>
    </message>
    <message>
        <source>Order ticket</source>
        <translation>Ticket d’ordre</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Plateformes</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performance</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>3D depth</source>
        <translation>Profondeur 3D</translation>
    </message>
</context>
<context>
    <name>QuickTrade</name>
    <message>
        <source>Cancel every order and close every position?</source>
        <translation>Annuler tous les ordres et fermer toutes les positions ?</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Scalping</source>
        <translation>Scalping</translation>
    </message>
    <message>
        <source>Order flow</source>
        <translation>Order flow</translation>
    </message>
    <message>
        <source>Multi-venue</source>
        <translation>Multi-plateformes</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portefeuille</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Analyste</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ne peut pas être écrit : %2</translation>
    </message>
</context>
<context>
    <name>qob</name>
    <message>
        <source>Buy</source>
        <translation>Achat</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Vente</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Au marché</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>Stop limite</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>Marché puis limite</translation>
    </message>
    <message>
        <source>Pegged</source>
        <translation>Pegged</translation>
    </message>
    <message>
        <source>IOC</source>
        <translation>IOC</translation>
    </message>
    <message>
        <source>FOK</source>
        <translation>FOK</translation>
    </message>
    <message>
        <source>GTC</source>
        <translation>GTC</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>GTD</source>
        <translation>GTD</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Ouverture</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clôture</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Partiel</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Exécuté</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Annulation</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Maker</translation>
    </message>
    <message>
        <source>Taker</source>
        <translation>Taker</translation>
    </message>
    <message>
        <source>Awaiting snapshot</source>
        <translation>Attend l’instantané</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Périmé</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>SIM</source>
        <translation>SIM</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>REPLAY</translation>
    </message>
    <message>
        <source>LIVE · PAPER</source>
        <translation>LIVE · PAPER</translation>
    </message>
    <message>
        <source>Waiting for the venue&apos;s book</source>
        <translation>En attente du carnet de la plateforme</translation>
    </message>
    <message>
        <source>Stale book. %1</source>
        <translation>Carnet périmé. %1</translation>
    </message>
    <message>
        <source>Stale book: not the venue&apos;s any more</source>
        <translation>Carnet périmé : ce n’est plus celui de la plateforme</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>L’enregistrement est terminé</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>qob::AlertBell</name>
    <message>
        <source>Alert</source>
        <translation>Alerte</translation>
    </message>
    <message>
        <source>The webhook of an alert failed: %1</source>
        <translation>Le webhook d’une alerte a échoué : %1</translation>
    </message>
</context>
<context>
    <name>qob::AlertDialog</name>
    <message>
        <source>Each time it becomes true, not only once</source>
        <translation>Chaque fois que c’est vrai, pas une seule fois</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>Pop-up</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>Nouvelle alerte</translation>
    </message>
    <message>
        <source>Change the alert</source>
        <translation>Modifier l’alerte</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Marché</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Durant</translation>
    </message>
    <message>
        <source>Tell by</source>
        <translation>Prévenir par</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>The webhook is not an http or https address</source>
        <translation>Le webhook n’est pas une adresse http ou https</translation>
    </message>
    <message>
        <source>This market has no such value</source>
        <translation>Ce marché n’a pas une telle valeur</translation>
    </message>
</context>
<context>
    <name>qob::Alerts</name>
    <message>
        <source>The alerts cannot be read: %1; kept as %2</source>
        <translation>Les alertes sont illisibles : %1 ; conservées sous %2</translation>
    </message>
    <message>
        <source>The alerts cannot be saved: %1: %2</source>
        <translation>Les alertes ne peuvent pas être enregistrées : %1 : %2</translation>
    </message>
    <message>
        <source>The alerts cannot be read and are not kept: %1: %2</source>
        <translation>Les alertes sont illisibles et ne sont pas conservées : %1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n alerte ne peut pas être lue ; le fichier est conservé dans %1</numerusform>
            <numerusform>%n alertes ne peuvent pas être lues ; le fichier est conservé dans %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::AlertsModel</name>
    <message>
        <source>Each time</source>
        <translation>Chaque fois</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Une fois</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>son</translation>
    </message>
    <message>
        <source>pop-up</source>
        <translation>pop-up</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>webhook</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Marché</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Fires</source>
        <translation>Se déclenche</translation>
    </message>
    <message>
        <source>Tells by</source>
        <translation>Prévient par</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>qob::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>History of alerts</source>
        <translation>Historique des alertes</translation>
    </message>
    <message>
        <source>New alert…</source>
        <translation>Nouvelle alerte…</translation>
    </message>
    <message>
        <source>Change the alert…</source>
        <translation>Modifier l’alerte…</translation>
    </message>
    <message>
        <source>Remove the alert</source>
        <translation>Supprimer l’alerte</translation>
    </message>
</context>
<context>
    <name>qob::BalancesModel</name>
    <message>
        <source>Asset</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>In orders</source>
        <translation>En ordres</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>qob::Blotters</name>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Filtrer les lignes</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Exécutions</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positions</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Soldes</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Ordres</translation>
    </message>
</context>
<context>
    <name>qob::CandleChart</name>
    <message>
        <source>Candles</source>
        <translation>Chandeliers</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Barres</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>Heikin-Ashi</translation>
    </message>
    <message>
        <source>SMA</source>
        <translation>SMA</translation>
    </message>
    <message>
        <source>EMA</source>
        <translation>EMA</translation>
    </message>
    <message>
        <source>WMA</source>
        <translation>WMA</translation>
    </message>
    <message>
        <source>VWAP</source>
        <translation>VWAP</translation>
    </message>
    <message>
        <source>Bollinger</source>
        <translation>Bollinger</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>CVD</source>
        <translation>CVD</translation>
    </message>
    <message>
        <source>RSI</source>
        <translation>RSI</translation>
    </message>
    <message>
        <source>MACD</source>
        <translation>MACD</translation>
    </message>
    <message>
        <source>ATR</source>
        <translation>ATR</translation>
    </message>
    <message>
        <source>Open interest</source>
        <translation>Open interest</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
</context>
<context>
    <name>qob::CandlesPanel</name>
    <message>
        <source>How candles are drawn</source>
        <translation>Dessin des chandeliers</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>Choose indicators and their parameters</source>
        <translation>Choisir les indicateurs et leurs paramètres</translation>
    </message>
</context>
<context>
    <name>qob::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Chercher une commande</translation>
    </message>
    <message>
        <source>Command, panel, workspace or market</source>
        <translation>Commande, panneau, espace ou marché</translation>
    </message>
</context>
<context>
    <name>qob::ConnectDialog</name>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>Garder le mot de passe dans le trousseau</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Se connecter à un serveur</translation>
    </message>
    <message>
        <source>A qob server runs the engine, its orders and its accounts; this terminal shows them and trades there. The connection is always encrypted.</source>
        <translation>Un serveur qob fait tourner le moteur, ses ordres et ses comptes ; ce terminal les montre et y négocie. La connexion est toujours chiffrée.</translation>
    </message>
    <message>
        <source>Saved servers</source>
        <translation>Serveurs enregistrés</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>Code du second facteur</translation>
    </message>
    <message>
        <source>Optional: what you call it</source>
        <translation>Facultatif : le nom que vous lui donnez</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Un autre serveur</translation>
    </message>
    <message>
        <source>A user and a password are needed.</source>
        <translation>Il faut un utilisateur et un mot de passe.</translation>
    </message>
    <message>
        <source>Connecting with %1…</source>
        <translation>Connexion à %1…</translation>
    </message>
    <message>
        <source>Nobody known vouches for the certificate of %1. Its SHA-256 fingerprint is
%2
Compare it with what the server prints when it starts, and trust it only if they are the same.</source>
        <translation>Personne de connu ne répond du certificat de %1. Son empreinte SHA-256 est
%2
Comparez-la avec celle que le serveur affiche au démarrage et ne lui faites confiance que si elles sont identiques.</translation>
    </message>
    <message>
        <source>They are the same: trust it</source>
        <translation>Elles sont identiques : faire confiance</translation>
    </message>
    <message>
        <source>%1 shows another certificate than before. Somebody may be listening in: nothing was sent.
Known: %2
Shown: %3</source>
        <translation>%1 montre un autre certificat qu’avant. Quelqu’un écoute peut-être : rien n’a été envoyé.
Connu : %2
Montré : %3</translation>
    </message>
    <message>
        <source>Forget the known certificate</source>
        <translation>Oublier le certificat connu</translation>
    </message>
    <message>
        <source>It holds for now, but could not be written down.</source>
        <translation>C’est valable pour l’instant, mais n’a pas pu être enregistré.</translation>
    </message>
</context>
<context>
    <name>qob::DataTable</name>
    <message>
        <source>Copy the selected rows</source>
        <translation>Copier les lignes sélectionnées</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exporter en CSV…</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Exporter en CSV</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ne peut pas être écrit : %2</translation>
    </message>
    <message>
        <source>%1 (asset)</source>
        <translation>%1 (actif)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
</context>
<context>
    <name>qob::DepthChart</name>
    <message>
        <source>Depth chart</source>
        <translation>Graphique de profondeur</translation>
    </message>
    <message>
        <source>All venues together</source>
        <translation>Toutes les plateformes ensemble</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>chargement</translation>
    </message>
    <message>
        <source>sizes cannot be compared</source>
        <translation>tailles non comparables</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1, sans %2</translation>
    </message>
</context>
<context>
    <name>qob::DepthSurface</name>
    <message>
        <source>3D depth</source>
        <translation>Profondeur 3D</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutes</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 minutes</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Remettre la vue</translation>
    </message>
</context>
<context>
    <name>qob::DrawingTools</name>
    <message>
        <source>Draw lines, levels, rectangles, rulers and notes</source>
        <translation>Dessiner lignes, niveaux, rectangles, règles et notes</translation>
    </message>
    <message>
        <source>Text of the drawing</source>
        <translation>Texte du tracé</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Épaisseur</translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation>
            <numerusform>%n pixel</numerusform>
            <numerusform>%n pixels</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>En tirets</translation>
    </message>
    <message>
        <source>Extend to the left</source>
        <translation>Prolonger à gauche</translation>
    </message>
    <message>
        <source>Extend to the right</source>
        <translation>Prolonger à droite</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <source>Keep the tool after use</source>
        <translation>Garder l’outil après usage</translation>
    </message>
    <message>
        <source>Undo the drawing</source>
        <translation>Annuler le tracé</translation>
    </message>
    <message>
        <source>Redo the drawing</source>
        <translation>Rétablir le tracé</translation>
    </message>
    <message>
        <source>Delete all drawings of this market</source>
        <translation>Supprimer tous les tracés de ce marché</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>Alerte au franchissement</translation>
    </message>
    <message>
        <source>Edit the text…</source>
        <translation>Modifier le texte…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>In every workspace</source>
        <translation>Dans tous les espaces de travail</translation>
    </message>
</context>
<context>
    <name>qob::Drawings</name>
    <message numerus="yes">
        <source>%n drawing(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n tracé ne peut pas être lu ; le fichier est conservé dans %1</numerusform>
            <numerusform>%n tracés ne peuvent pas être lus ; le fichier est conservé dans %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The drawings cannot be read: %1; kept as %2</source>
        <translation>Les tracés ne peuvent pas être lus : %1 ; conservés dans %2</translation>
    </message>
    <message>
        <source>The drawings cannot be saved: %1: %2</source>
        <translation>Les tracés ne peuvent pas être enregistrés : %1 : %2</translation>
    </message>
    <message>
        <source>The drawings cannot be read and are not kept: %1: %2</source>
        <translation>Les tracés sont illisibles et ne sont pas conservés : %1 : %2</translation>
    </message>
</context>
<context>
    <name>qob::EquityChart</name>
    <message>
        <source>Profit over time</source>
        <translation>Gain dans le temps</translation>
    </message>
    <message>
        <source>Profit %1 %3, largest drawdown %2 %3</source>
        <translation>Gain %1 %3, drawdown maximal %2 %3</translation>
    </message>
    <message>
        <source>Nothing was traded yet</source>
        <translation>Rien n’a encore été échangé</translation>
    </message>
</context>
<context>
    <name>qob::FillSums</name>
    <message>
        <source>Market</source>
        <translation>Marché</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Exécutions</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>As maker</source>
        <translation>En maker</translation>
    </message>
    <message>
        <source>As maker (%)</source>
        <translation>En maker (%)</translation>
    </message>
</context>
<context>
    <name>qob::FillsModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Marché</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Qté</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>Liquidity</source>
        <translation>Liquidité</translation>
    </message>
</context>
<context>
    <name>qob::FiredAlertsModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
</context>
<context>
    <name>qob::FootprintChart</name>
    <message>
        <source>Bid × ask</source>
        <translation>Bid × ask</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>Footprint</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>Pas encore de volume par prix</translation>
    </message>
    <message>
        <source>Volume at price since %1, prices rough before %2</source>
        <translation>Volume par prix depuis %1, prix approximatifs avant %2</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>Volume par prix depuis %1</translation>
    </message>
    <message>
        <source>Delta %</source>
        <translation>Delta %</translation>
    </message>
    <message>
        <source>Max delta</source>
        <translation>Delta max</translation>
    </message>
    <message>
        <source>Min delta</source>
        <translation>Delta min</translation>
    </message>
</context>
<context>
    <name>qob::FootprintPanel</name>
    <message>
        <source>Rows: auto</source>
        <translation>Lignes : auto</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Lignes : %1</translation>
    </message>
    <message>
        <source>What the cells say</source>
        <translation>Ce que disent les cellules</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>Ticks par ligne</translation>
    </message>
    <message>
        <source>Which imbalances are marked</source>
        <translation>Quels déséquilibres sont marqués</translation>
    </message>
    <message>
        <source>As many as can be read</source>
        <translation>Autant que lisible</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n tick</numerusform>
            <numerusform>%n ticks</numerusform>
        </translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>Déséquilibre</translation>
    </message>
    <message>
        <source>Ratio, %</source>
        <translation>Ratio, %</translation>
    </message>
    <message>
        <source>Least size</source>
        <translation>Taille minimale</translation>
    </message>
    <message>
        <source>Stacked rows</source>
        <translation>Lignes empilées</translation>
    </message>
</context>
<context>
    <name>qob::FramePlate</name>
    <message>
        <source>Frame costs</source>
        <translation>Coût des images</translation>
    </message>
    <message>
        <source>%1 fps, frame p50 %2, p99 %3</source>
        <translation>%1 fps, image p50 %2, p99 %3</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panneau</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>images</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>maximum</translation>
    </message>
</context>
<context>
    <name>qob::HeaderBar</name>
    <message>
        <source>Header</source>
        <translation>En-tête</translation>
    </message>
    <message>
        <source>Choose a market (Ctrl+M)</source>
        <translation>Choisir un marché (Ctrl+M)</translation>
    </message>
    <message>
        <source>Last trade</source>
        <translation>Dernier échange</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>Bid</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Spread</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Tout annuler</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>No market yet</source>
        <translation>Pas encore de marché</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>Trading actif</translation>
    </message>
    <message>
        <source>No order can leave. Click to unlock trading (Ctrl+L)</source>
        <translation>Aucun ordre ne part. Cliquer pour déverrouiller le trading (Ctrl+L)</translation>
    </message>
    <message>
        <source>Clicks send orders. Lock (Ctrl+L)</source>
        <translation>Les clics envoient des ordres. Verrouiller (Ctrl+L)</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading; Esc cancels only</source>
        <translation>Annule aussitôt tous les ordres en cours et verrouille le trading ; Échap annule seulement</translation>
    </message>
</context>
<context>
    <name>qob::HeatMap</name>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>1 m</source>
        <translation>1 m</translation>
    </message>
    <message>
        <source>5 m</source>
        <translation>5 m</translation>
    </message>
    <message>
        <source>15 m</source>
        <translation>15 m</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>Show %1 of history and follow it</source>
        <translation>Montrer %1 d’historique et le suivre</translation>
    </message>
    <message>
        <source>Colours, contrast and sizes</source>
        <translation>Couleurs, contraste et tailles</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>pas de données</translation>
    </message>
    <message>
        <source> · first in queue</source>
        <translation> · premier de la file</translation>
    </message>
    <message>
        <source> · %1 ahead</source>
        <translation> · %1 devant</translation>
    </message>
    <message>
        <source> · ≈ %1 ahead</source>
        <translation> · ≈ %1 devant</translation>
    </message>
    <message>
        <source>Heat map settings…</source>
        <translation>Réglages de la heatmap…</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Classique</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>Adaptée aux daltoniens</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>La couleur montre</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>Taille en attente</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>Taille en attente, plus claire avec l’âge</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>Ajouté, retiré, exécuté</translation>
    </message>
    <message>
        <source>Lock contrast</source>
        <translation>Figer le contraste</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Plus sombre</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Plus clair</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n tick</numerusform>
            <numerusform>%n ticks</numerusform>
        </translation>
    </message>
    <message>
        <source>Price rows</source>
        <translation>Lignes de prix</translation>
    </message>
    <message>
        <source>Trade bubbles</source>
        <translation>Bulles des échanges</translation>
    </message>
    <message>
        <source>Best bid and ask lines</source>
        <translation>Lignes du meilleur bid et ask</translation>
    </message>
    <message>
        <source>Last price line</source>
        <translation>Ligne du dernier prix</translation>
    </message>
    <message>
        <source>Session VWAP</source>
        <translation>VWAP de la séance</translation>
    </message>
    <message>
        <source>Cumulative volume delta</source>
        <translation>Delta de volume cumulé</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Profil de volume</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Of what is shown</source>
        <translation>De ce qui est visible</translation>
    </message>
    <message>
        <source>Of the whole history held</source>
        <translation>De tout l’historique</translation>
    </message>
    <message>
        <source>Naked points of control (15 min)</source>
        <translation>Points of control non retestés (15 min)</translation>
    </message>
    <message>
        <source>Large lots</source>
        <translation>Gros lots</translation>
    </message>
    <message>
        <source>Back to the market</source>
        <translation>Revenir au marché</translation>
    </message>
    <message>
        <source>Centre the price</source>
        <translation>Centrer le prix</translation>
    </message>
    <message>
        <source>Follow the price</source>
        <translation>Suivre le prix</translation>
    </message>
    <message>
        <source>Zoom in on price</source>
        <translation>Agrandir le prix</translation>
    </message>
    <message>
        <source>Zoom out of price</source>
        <translation>Réduire le prix</translation>
    </message>
    <message>
        <source>Zoom in on time</source>
        <translation>Agrandir le temps</translation>
    </message>
    <message>
        <source>Zoom out of time</source>
        <translation>Réduire le temps</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Durée visible</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutes</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 minutes</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>En attente d’un marché</translation>
    </message>
    <message>
        <source>Waiting for history</source>
        <translation>En attente de l’historique</translation>
    </message>
    <message>
        <source>Icebergs</source>
        <translation>Icebergs</translation>
    </message>
</context>
<context>
    <name>qob::HeatSettings</name>
    <message>
        <source>Restore defaults</source>
        <translation>Valeurs par défaut</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Classique</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>Adaptée aux daltoniens</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>Taille en attente</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>Taille en attente, plus claire avec l’âge</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>Ajouté, retiré, exécuté</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>La couleur montre</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Lower shows more of the small sizes</source>
        <translation>Plus bas, les petites tailles se voient mieux</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Luminosité</translation>
    </message>
    <message>
        <source>J darker, K brighter</source>
        <translation>J plus sombre, K plus clair</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Percent of the largest</source>
        <translation>Pourcentage de la plus grande</translation>
    </message>
    <message>
        <source>Exact size</source>
        <translation>Taille exacte</translation>
    </message>
    <message>
        <source>Cutoffs in</source>
        <translation>Seuils en</translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation>Masquer sous</translation>
    </message>
    <message>
        <source>Smaller sizes are not shown</source>
        <translation>Les tailles plus petites ne sont pas montrées</translation>
    </message>
    <message>
        <source>Full colour from</source>
        <translation>Pleine couleur dès</translation>
    </message>
    <message>
        <source>This size and larger ones look alike</source>
        <translation>À partir de cette taille, toutes se ressemblent</translation>
    </message>
    <message>
        <source>Lock at what is largest now</source>
        <translation>Figer sur la plus grande actuelle</translation>
    </message>
    <message>
        <source>Colours stay comparable while the map moves</source>
        <translation>Les couleurs restent comparables quand la carte bouge</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Prices that are added up in one row</source>
        <translation>Prix additionnés dans une ligne</translation>
    </message>
    <message>
        <source>Ticks a row</source>
        <translation>Ticks par ligne</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>Smallest bubble</source>
        <translation>Bulle minimale</translation>
    </message>
    <message>
        <source>Smaller trades get no bubble</source>
        <translation>Les échanges plus petits n’ont pas de bulle</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Trades this near each other are one bubble at their average price</source>
        <translation>Les échanges aussi proches font une bulle à leur prix moyen</translation>
    </message>
    <message>
        <source>Gather over</source>
        <translation>Regrouper sur</translation>
    </message>
    <message>
        <source>Large lot from</source>
        <translation>Gros lot dès</translation>
    </message>
    <message>
        <source>What the marks of large lots and icebergs show</source>
        <translation>Ce que montrent les marques des gros lots et icebergs</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>les plus gros</translation>
    </message>
</context>
<context>
    <name>qob::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
</context>
<context>
    <name>qob::IndicatorMenu</name>
    <message>
        <source>Standard deviations</source>
        <translation>Écarts types</translation>
    </message>
    <message>
        <source>Fast period</source>
        <translation>Période rapide</translation>
    </message>
    <message>
        <source>Slow period</source>
        <translation>Période lente</translation>
    </message>
    <message>
        <source>Signal period</source>
        <translation>Période du signal</translation>
    </message>
    <message>
        <source>Period, in candles</source>
        <translation>Période, en chandeliers</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>One more of these</source>
        <translation>Encore un</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>journalier</translation>
    </message>
    <message>
        <source>Begins anew at 00:00 UTC</source>
        <translation>Recommence à 00:00 UTC</translation>
    </message>
</context>
<context>
    <name>qob::InstrumentsModel</name>
    <message>
        <source>Symbol</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernier</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Spread</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Échangé</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Dernière heure</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>24 h (%)</source>
        <translation>24 h (%)</translation>
    </message>
</context>
<context>
    <name>qob::IntervalPicker</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>%1 w</source>
        <translation>%1 sem</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>Candles of %1</source>
        <translation>Chandeliers de %1</translation>
    </message>
    <message>
        <source>All intervals</source>
        <translation>Tous les intervalles</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>qob::Ladder</name>
    <message>
        <source>Price ladder</source>
        <translation>Ladder de prix</translation>
    </message>
    <message>
        <source>%1 %2 at %3
%4 left, %5 filled
%6 ahead in the queue
%7
Drag to re-price, x to cancel</source>
        <translation>%1 %2 à %3
%4 restants, %5 exécutés
%6 devant dans la file
%7
Glisser pour changer le prix, x pour annuler</translation>
    </message>
    <message>
        <source>Centre on the market</source>
        <translation>Centrer sur le marché</translation>
    </message>
    <message>
        <source>Keep the market in the middle</source>
        <translation>Garder le marché au milieu</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Quick quantity %1</source>
        <translation>Quantité rapide %1</translation>
    </message>
    <message>
        <source>The default columns</source>
        <translation>Colonnes par défaut</translation>
    </message>
    <message>
        <source>Buys</source>
        <translation>Achats</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>Bid</translation>
    </message>
    <message>
        <source>Bid ±</source>
        <translation>Bid ±</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Vendu</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Acheté</translation>
    </message>
    <message>
        <source>Ask ±</source>
        <translation>Ask ±</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>Sells</source>
        <translation>Ventes</translation>
    </message>
    <message>
        <source>Vol</source>
        <translation>Vol</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Your buy orders, with the size ahead of them in the queue</source>
        <translation>Vos ordres d’achat, avec la taille devant eux dans la file</translation>
    </message>
    <message>
        <source>Size bid; a click buys there</source>
        <translation>Taille au bid ; un clic y achète</translation>
    </message>
    <message>
        <source>Size added to the bids (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>Taille ajoutée aux bids (empilée) ou enlevée (retirée) ces dix dernières secondes, échanges à part</translation>
    </message>
    <message>
        <source>Sold into the bids here in the last half minute</source>
        <translation>Vendu ici dans les bids cette dernière demi-minute</translation>
    </message>
    <message>
        <source>Bought from the asks here in the last half minute</source>
        <translation>Acheté ici sur les asks cette dernière demi-minute</translation>
    </message>
    <message>
        <source>Size added to the asks (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>Taille ajoutée aux asks (empilée) ou enlevée (retirée) ces dix dernières secondes, échanges à part</translation>
    </message>
    <message>
        <source>Size offered; a click sells there</source>
        <translation>Taille à l’ask ; un clic y vend</translation>
    </message>
    <message>
        <source>Your sell orders, with the size ahead of them in the queue</source>
        <translation>Vos ordres de vente, avec la taille devant eux dans la file</translation>
    </message>
    <message>
        <source>Traded here since the market is shown</source>
        <translation>Échangé ici depuis que le marché est affiché</translation>
    </message>
    <message>
        <source>Bought less sold here since the market is shown</source>
        <translation>Acheté moins vendu depuis que le marché est affiché</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>A click orders %1</source>
        <translation>Un clic ordonne %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>ligne %1</translation>
    </message>
    <message>
        <source>Draw a level at %1</source>
        <translation>Dessiner un niveau à %1</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>Alerte au franchissement</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Higher price rows</source>
        <translation>Lignes de prix plus hautes</translation>
    </message>
    <message>
        <source>Lower price rows</source>
        <translation>Lignes de prix plus basses</translation>
    </message>
</context>
<context>
    <name>qob::LiveDialog</name>
    <message>
        <source>Live markets</source>
        <translation>Marchés live</translation>
    </message>
    <message>
        <source>Public feeds: no account is needed. Tick the venues and write the symbols as each venue does, with spaces between. Orders are paper.</source>
        <translation>Flux publics : aucun compte nécessaire. Cochez les plateformes et écrivez les symboles comme chacune les écrit, séparés par des espaces. Les ordres sont du papier.</translation>
    </message>
    <message>
        <source>Find a venue</source>
        <translation>Chercher une plateforme</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symboles</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produits</translation>
    </message>
    <message>
        <source>Its rules are</source>
        <translation>Ses règles sont</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Plateformes</translation>
    </message>
    <message>
        <source>proven on recordings</source>
        <translation>prouvées sur enregistrements</translation>
    </message>
    <message>
        <source>as documented</source>
        <translation>selon la documentation</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s)</source>
        <translation>
            <numerusform>%n carnet</numerusform>
            <numerusform>%n carnets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Filtrer les lignes</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avertissements et erreurs</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>How bad it has to be</source>
        <translation>Gravité minimale</translation>
    </message>
</context>
<context>
    <name>qob::MainWindow</name>
    <message>
        <source>The workspace %1 cannot be read: %2</source>
        <translation>L’espace de travail %1 est illisible : %2</translation>
    </message>
    <message>
        <source>This version has no panel %1: left out</source>
        <translation>Cette version n’a pas de panneau %1 : omis</translation>
    </message>
    <message>
        <source>The picture is in the clipboard; save it too?</source>
        <translation>L’image est dans le presse-papiers ; l’enregistrer aussi ?</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Images (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1</source>
        <translation>L’image est dans %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 ne peut pas être écrit</translation>
    </message>
    <message>
        <source>Nothing was imported: %1</source>
        <translation>Rien n’a été importé : %1</translation>
    </message>
    <message>
        <source>The workspace %1 is here already and was opened as you left it</source>
        <translation>L’espace de travail %1 existe déjà ici et a été ouvert tel que vous l’avez laissé</translation>
    </message>
</context>
<context>
    <name>qob::MarketBadge</name>
    <message>
        <source>A simulated market: every order is paper</source>
        <translation>Un marché simulé : chaque ordre est du papier</translation>
    </message>
    <message>
        <source>A recording is played: every order is paper</source>
        <translation>Un enregistrement est joué : chaque ordre est du papier</translation>
    </message>
    <message>
        <source>A live market; orders are paper</source>
        <translation>Un marché live ; les ordres sont du papier</translation>
    </message>
</context>
<context>
    <name>qob::MarketList</name>
    <message>
        <source>Symbol or venue</source>
        <translation>Symbole ou plateforme</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>Filtrer les marchés</translation>
    </message>
    <message>
        <source>Markets</source>
        <translation>Marchés</translation>
    </message>
</context>
<context>
    <name>qob::NoticesModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
</context>
<context>
    <name>qob::OrderEntry</name>
    <message>
        <source>Trading is locked: nothing was sent. Unlock with the padlock or Ctrl+L.</source>
        <translation>Le trading est verrouillé : rien n’a été envoyé. Déverrouillez avec le cadenas ou Ctrl+L.</translation>
    </message>
    <message>
        <source>The engine is busy: nothing was sent. Try again.</source>
        <translation>Le moteur est occupé : rien n’a été envoyé. Réessayez.</translation>
    </message>
    <message>
        <source>The session is closed: nothing was sent.</source>
        <translation>La session est fermée : rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>No market is shown: nothing was sent.</source>
        <translation>Aucun marché affiché : rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>%1: nothing was sent.</source>
        <translation>%1 : rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The quantity must be between %1 and %2: nothing was sent.</source>
        <translation>La quantité doit être entre %1 et %2 : rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The price must be a positive multiple of %1: nothing was sent.</source>
        <translation>Le prix doit être un multiple positif de %1 : rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The order is no longer working: nothing was sent.</source>
        <translation>L’ordre n’est plus actif : rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The order is being changed already: nothing was sent.</source>
        <translation>L’ordre est déjà en cours de modification : rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>There is a question to answer first: nothing was sent.</source>
        <translation>Il faut d’abord répondre à une question : rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Orders are cancelled; trading is locked: no position was closed.</source>
        <translation>Les ordres sont annulés ; le trading est verrouillé : aucune position n’a été fermée.</translation>
    </message>
    <message>
        <source>Some orders still work after five seconds: no position was closed.</source>
        <translation>Des ordres sont encore actifs après cinq secondes : aucune position n’a été fermée.</translation>
    </message>
    <message>
        <source>The market is no longer shown: nothing was sent.</source>
        <translation>Le marché n’est plus affiché : rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The position is being closed already: nothing was sent.</source>
        <translation>La position est déjà en cours de clôture : rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The position is another one by now: nothing was sent.</source>
        <translation>La position a changé entre-temps : rien n’a été envoyé.</translation>
    </message>
</context>
<context>
    <name>qob::OrderQuestion</name>
    <message>
        <source>Send it?</source>
        <translation>L’envoyer ?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Ne pas envoyer</translation>
    </message>
</context>
<context>
    <name>qob::OrderTicket</name>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Au marché</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>Stop limite</translation>
    </message>
    <message>
        <source>Trailing stop</source>
        <translation>Stop suiveur</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>Marché puis limite</translation>
    </message>
    <message>
        <source>Pegged to the middle</source>
        <translation>Pegged au milieu</translation>
    </message>
    <message>
        <source>Pegged to the best price</source>
        <translation>Pegged au meilleur prix</translation>
    </message>
    <message>
        <source>There is no price to measure the bracket from</source>
        <translation>Il n’y a pas de prix depuis lequel mesurer le bracket</translation>
    </message>
    <message>
        <source>Limit or stop (OCO)</source>
        <translation>Limite ou stop (OCO)</translation>
    </message>
    <message>
        <source>Until when the order is good is missing</source>
        <translation>Il manque jusqu’à quand l’ordre est valable</translation>
    </message>
</context>
<context>
    <name>qob::OrdersModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Marché</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Qté</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Exécuté</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>Devant</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Answered (s)</source>
        <translation>Réponse (s)</translation>
    </message>
    <message>
        <source>Age (s)</source>
        <translation>Âge (s)</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Confirmé</translation>
    </message>
</context>
<context>
    <name>qob::PanelDock</name>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Jaune</translation>
    </message>
    <message>
        <source>Link group: panels of one colour show the same instrument</source>
        <translation>Groupe lié : les panneaux d’une couleur montrent le même instrument</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>Menu du panneau</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Fermer le panneau</translation>
    </message>
    <message>
        <source>Back into the window</source>
        <translation>Revenir dans la fenêtre</translation>
    </message>
    <message>
        <source>Into a window of its own</source>
        <translation>Dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Link group</source>
        <translation>Groupe lié</translation>
    </message>
    <message>
        <source>Picture of the panel…</source>
        <translation>Image du panneau…</translation>
    </message>
    <message>
        <source>Help for this panel</source>
        <translation>Aide de ce panneau</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading</source>
        <translation>Annule aussitôt tous les ordres en cours et verrouille le trading</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Tout annuler</translation>
    </message>
</context>
<context>
    <name>qob::PerformancePanel</name>
    <message>
        <source>Settle asset</source>
        <translation>Actif de règlement</translation>
    </message>
    <message>
        <source>By market</source>
        <translation>Par marché</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>Par heure</translation>
    </message>
</context>
<context>
    <name>qob::PositionsModel</name>
    <message>
        <source>Market</source>
        <translation>Marché</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Unrealised</source>
        <translation>Latent</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>Réalisé</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Frais</translation>
    </message>
</context>
<context>
    <name>qob::PriceChart</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 j %2 h</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Pas de données</translation>
    </message>
    <message>
        <source>O</source>
        <translation>O</translation>
    </message>
    <message>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <source>L</source>
        <translation>B</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>incomplet</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>En attente d’un marché</translation>
    </message>
    <message>
        <source>Waiting for the first trade</source>
        <translation>En attente du premier échange</translation>
    </message>
</context>
<context>
    <name>qob::ProfileChart</name>
    <message>
        <source>Session</source>
        <translation>Séance</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Visible</translation>
    </message>
    <message>
        <source>Fixed range</source>
        <translation>Plage fixe</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Profil de volume</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>Pas encore de volume par prix</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>Volume par prix depuis %1</translation>
    </message>
    <message>
        <source>%1, prices rough before %2</source>
        <translation>%1, prix approximatifs avant %2</translation>
    </message>
    <message>
        <source>POC</source>
        <translation>POC</translation>
    </message>
    <message>
        <source>VAH</source>
        <translation>VAH</translation>
    </message>
    <message>
        <source>VAL</source>
        <translation>VAL</translation>
    </message>
    <message>
        <source>Hold Shift and drag over a range</source>
        <translation>Maintenez Maj et glissez sur une plage</translation>
    </message>
    <message>
        <source>naked POC %1</source>
        <translation>POC non retesté %1</translation>
    </message>
</context>
<context>
    <name>qob::ProfilePanel</name>
    <message>
        <source>How long a session is</source>
        <translation>Durée d’une séance</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>Ticks par ligne</translation>
    </message>
    <message>
        <source>As many as can be seen</source>
        <translation>Autant que visible</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n tick</numerusform>
            <numerusform>%n ticks</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows: auto</source>
        <translation>Lignes : auto</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Lignes : %1</translation>
    </message>
</context>
<context>
    <name>qob::RemoteLink</name>
    <message>
        <source>The connection was lost before the server confirmed to cancel all: look at what still works</source>
        <translation>La connexion a été perdue avant que le serveur ne confirme de tout annuler : regardez ce qui travaille encore</translation>
    </message>
    <message>
        <source>The connection was lost before the server confirmed what the market was told to do</source>
        <translation>La connexion a été perdue avant que le serveur ne confirme ce qui était demandé au marché</translation>
    </message>
    <message>
        <source>Connected with %1 again after %2 s</source>
        <translation>De nouveau connecté à %1 après %2 s</translation>
    </message>
    <message>
        <source>The connection was lost: %1</source>
        <translation>La connexion a été perdue : %1</translation>
    </message>
</context>
<context>
    <name>qob::ReplayBar</name>
    <message>
        <source>Replay bar</source>
        <translation>Barre de replay</translation>
    </message>
    <message>
        <source>Play or pause (Ctrl+Space)</source>
        <translation>Lecture ou pause (Ctrl+Espace)</translation>
    </message>
    <message>
        <source>One step: the next event (Ctrl+.)</source>
        <translation>Un pas : l’événement suivant (Ctrl+.)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Market time, UTC</source>
        <translation>Heure du marché, UTC</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Position dans l’enregistrement</translation>
    </message>
    <message>
        <source>jump to 14:03:00</source>
        <translation>aller à 14:03:00</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>Aller à une heure</translation>
    </message>
    <message>
        <source>Expected 14:03, 14:03:27 or 2026-07-14 14:03:27 (UTC)</source>
        <translation>Attendu : 14:03, 14:03:27 ou 2026-07-14 14:03:27 (UTC)</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>L’enregistrement est terminé</translation>
    </message>
    <message numerus="yes">
        <source>Rolling the history of %n more market(s)</source>
        <translation>
            <numerusform>Historique de %n autre marché en cours</numerusform>
            <numerusform>Historique de %n autres marchés en cours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::ReplayControl</name>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>The engine is busy. Try again.</source>
        <translation>Le moteur est occupé. Réessayez.</translation>
    </message>
    <message>
        <source>The session is closed.</source>
        <translation>La session est fermée.</translation>
    </message>
    <message>
        <source>This market cannot be moved in time.</source>
        <translation>Ce marché ne peut pas être déplacé dans le temps.</translation>
    </message>
</context>
<context>
    <name>qob::Settings</name>
    <message>
        <source>The settings cannot be read and are the default ones now: %1; kept as %2</source>
        <translation>Les réglages sont illisibles et reviennent aux valeurs par défaut : %1 ; conservés sous %2</translation>
    </message>
    <message>
        <source>The settings cannot be saved: %1: %2</source>
        <translation>Les réglages ne peuvent pas être enregistrés : %1 : %2</translation>
    </message>
</context>
<context>
    <name>qob::SettingsDialog</name>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>For colour-blind eyes</source>
        <translation>Pour daltoniens</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Taille de tout</translation>
    </message>
    <message>
        <source>A new size takes effect when the terminal is started again.</source>
        <translation>Une nouvelle taille s’applique au prochain démarrage du terminal.</translation>
    </message>
    <message>
        <source>Trade with single keys, on the panel under the mouse</source>
        <translation>Trader avec des touches simples, sur le panneau sous la souris</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>The default keys</source>
        <translation>Touches par défaut</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Trading</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Ask before an order worth more than</source>
        <translation>Demander avant un ordre de plus de</translation>
    </message>
    <message>
        <source>Ask before a price beyond the market by</source>
        <translation>Demander si le prix dépasse le marché de</translation>
    </message>
    <message>
        <source>Ask before everything is cancelled and closed</source>
        <translation>Demander avant de tout annuler et fermer</translation>
    </message>
    <message>
        <source>Worth is in the quote currency. Cancelling orders is never asked about.</source>
        <translation>La valeur est dans la devise de cotation. L’annulation d’ordres n’est jamais demandée.</translation>
    </message>
</context>
<context>
    <name>qob::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>REC %L1 MB</source>
        <translation>REC %L1 Mo</translation>
    </message>
    <message>
        <source>%1 fps   frame p50 %2   p99 %3</source>
        <translation>%1 fps   image p50 %2   p99 %3</translation>
    </message>
    <message>
        <source>No feed yet</source>
        <translation>Pas encore de flux</translation>
    </message>
    <message>
        <source>Feed latency above the best one seen. The recorder&apos;s clock is behind the venue&apos;s by %1 or more.</source>
        <translation>Latence du flux au-dessus de la meilleure vue. L’horloge de l’enregistreur retarde d’au moins %1 sur celle de la plateforme.</translation>
    </message>
    <message>
        <source>Feed latency: from the venue&apos;s own time stamp to here</source>
        <translation>Latence du flux : de l’horodatage de la plateforme jusqu’ici</translation>
    </message>
    <message>
        <source>%L1 messages   %L2 gaps</source>
        <translation>%L1 messages   %L2 trous</translation>
    </message>
    <message>
        <source>latency %1</source>
        <translation>latence %1</translation>
    </message>
    <message>
        <source>Trading locked</source>
        <translation>Trading verrouillé</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>Trading actif</translation>
    </message>
    <message>
        <source>A frame&apos;s time: bringing the panels up to date and painting them</source>
        <translation>Le temps d’une image : mettre les panneaux à jour et les dessiner</translation>
    </message>
    <message>
        <source>%1   round trip %2</source>
        <translation>%1   aller-retour %2</translation>
    </message>
    <message>
        <source>%1 not connected, trying again</source>
        <translation>%1 non connecté, nouvel essai en cours</translation>
    </message>
    <message>
        <source>%1 disconnected</source>
        <translation>%1 déconnecté</translation>
    </message>
</context>
<context>
    <name>qob::Tape</name>
    <message>
        <source>Time and sales</source>
        <translation>Time &amp; sales</translation>
    </message>
    <message>
        <source>Add up what one aggressor takes at a price</source>
        <translation>Additionner ce qu’un agresseur prend à un prix</translation>
    </message>
    <message>
        <source>Leave out small trades</source>
        <translation>Omettre les petits échanges</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>Sous %1</translation>
    </message>
    <message>
        <source>%1 not shown</source>
        <translation>%1 non montrés</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>%1 newer above</source>
        <translation>%1 plus récents au-dessus</translation>
    </message>
</context>
<context>
    <name>qob::Terminal</name>
    <message>
        <source>The screenshot could not be written to %1</source>
        <translation>La capture n’a pas pu être écrite dans %1</translation>
    </message>
    <message>
        <source>There is no panel &apos;%1&apos;; there are: %2</source>
        <translation>Il n’y a pas de panneau &apos;%1&apos; ; il y a : %2</translation>
    </message>
    <message>
        <source>There is no workspace &apos;%1&apos;; there are: %2</source>
        <translation>Il n’y a pas d’espace de travail &apos;%1&apos; ; il y a : %2</translation>
    </message>
    <message>
        <source>Opening the market…</source>
        <translation>Ouverture du marché…</translation>
    </message>
    <message>
        <source>Still on %1. %2</source>
        <translation>Toujours sur %1. %2</translation>
    </message>
    <message>
        <source>Replay recordings</source>
        <translation>Rejouer des enregistrements</translation>
    </message>
    <message>
        <source>Recordings (*.qh *.gz *.xz *.jsonl *.log);;All files (*)</source>
        <translation>Enregistrements (*.qh *.gz *.xz *.jsonl *.log);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Another terminal has these settings open: what you change in this one is not kept</source>
        <translation>Un autre terminal utilise ces réglages : ce que vous modifiez dans celui-ci n’est pas conservé</translation>
    </message>
    <message>
        <source>No market &apos;%1&apos; is known; another one is shown</source>
        <translation>Aucun marché &apos;%1&apos; n’est connu ; un autre est affiché</translation>
    </message>
</context>
<context>
    <name>qob::Ticket</name>
    <message>
        <source>Order ticket</source>
        <translation>Ticket d’ordre</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>Type d’ordre</translation>
    </message>
    <message>
        <source>Time in force</source>
        <translation>Validité</translation>
    </message>
    <message>
        <source>Good till cancelled: stays in the book</source>
        <translation>Good till cancelled : reste dans le carnet</translation>
    </message>
    <message>
        <source>Until the end of the trading day</source>
        <translation>Jusqu’à la fin de la journée de bourse</translation>
    </message>
    <message>
        <source>Immediate or cancel: what does not fill at once goes</source>
        <translation>Immediate or cancel : ce qui n’est pas exécuté aussitôt tombe</translation>
    </message>
    <message>
        <source>Fill or kill: all at once or nothing</source>
        <translation>Fill or kill : tout d’un coup ou rien</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Stop à</translation>
    </message>
    <message>
        <source>Trails by</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Qté</translation>
    </message>
    <message>
        <source>What the size is counted in</source>
        <translation>Unité de la taille</translation>
    </message>
    <message>
        <source>Size by quantity, by worth, or by what is lost when the stop loss is hit</source>
        <translation>Taille par quantité, par valeur, ou par la perte au stop loss</translation>
    </message>
    <message>
        <source>Bracket, iceberg, conditions</source>
        <translation>Bracket, iceberg, conditions</translation>
    </message>
    <message>
        <source>Take profit +</source>
        <translation>Take profit +</translation>
    </message>
    <message>
        <source>Stop loss −</source>
        <translation>Stop loss −</translation>
    </message>
    <message>
        <source>Shows only</source>
        <translation>Affiche</translation>
    </message>
    <message>
        <source>Post only</source>
        <translation>Post only</translation>
    </message>
    <message>
        <source>Refused when it would take</source>
        <translation>Refusé s’il devait prendre</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Never more than closes the position</source>
        <translation>Jamais plus que ce qui clôt la position</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Caché</translation>
    </message>
    <message>
        <source>Not shown in the book</source>
        <translation>Invisible dans le carnet</translation>
    </message>
    <message>
        <source>Notional</source>
        <translation>Notionnel</translation>
    </message>
    <message>
        <source>Free to buy</source>
        <translation>Libre pour achat</translation>
    </message>
    <message>
        <source>Free to sell</source>
        <translation>Libre pour vente</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Achat</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Vente</translation>
    </message>
    <message>
        <source>Trading is locked. Unlock with the padlock or Ctrl+L.</source>
        <translation>Le trading est verrouillé. Déverrouillez avec le cadenas ou Ctrl+L.</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>contrats</translation>
    </message>
    <message>
        <source>%1 risk</source>
        <translation>risque %1</translation>
    </message>
    <message>
        <source>book too thin</source>
        <translation>carnet trop mince</translation>
    </message>
    <message>
        <source>%L1 bps</source>
        <translation>%L1 bps</translation>
    </message>
    <message>
        <source>Fee, impact</source>
        <translation>Frais, impact</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>What is put aside until the order is done</source>
        <translation>Ce qui est mis de côté jusqu’à la fin de l’ordre</translation>
    </message>
    <message>
        <source>Good till a time, which is asked for</source>
        <translation>Valable jusqu’à une heure, qui est demandée</translation>
    </message>
    <message>
        <source>Trails in steps of</source>
        <translation>Suit par pas de</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Slide</translation>
    </message>
    <message>
        <source>Post only: moved to where it does not take</source>
        <translation>Post only : déplacé là où il ne prend pas</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>Tout ou rien</translation>
    </message>
    <message>
        <source>Fills whole or not at all</source>
        <translation>Exécuté en entier ou pas du tout</translation>
    </message>
    <message>
        <source>With connection</source>
        <translation>Avec connexion</translation>
    </message>
    <message>
        <source>Cancelled when the connection with the server is lost</source>
        <translation>Annulé quand la connexion au serveur est perdue</translation>
    </message>
    <message>
        <source>Against own orders</source>
        <translation>Contre ses propres ordres</translation>
    </message>
    <message>
        <source>Where it would trade with another order of this account</source>
        <translation>S’il devait être exécuté contre un autre ordre de ce compte</translation>
    </message>
    <message>
        <source>Own orders: trade</source>
        <translation>Ordres propres : exécuter</translation>
    </message>
    <message>
        <source>Own orders: cancel this one</source>
        <translation>Ordres propres : annuler celui-ci</translation>
    </message>
    <message>
        <source>Own orders: cancel the older</source>
        <translation>Ordres propres : annuler l’ancien</translation>
    </message>
    <message>
        <source>Own orders: cancel both</source>
        <translation>Ordres propres : annuler les deux</translation>
    </message>
    <message>
        <source>Own orders: less of both</source>
        <translation>Ordres propres : réduire les deux</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>expected a time to come, as 14:03 or %1</source>
        <translation>une heure à venir est attendue, comme 14:03 ou %1</translation>
    </message>
    <message>
        <source>Away from it by</source>
        <translation>Écart</translation>
    </message>
</context>
<context>
    <name>qob::Tour</name>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>This is the market you look at. Click it, or just type the first letters of another one.</source>
        <translation>Voici le marché affiché. Cliquez dessus, ou tapez les premières lettres d’un autre.</translation>
    </message>
    <message>
        <source>Trading is locked at every start. Unlock it here; “Cancel all” beside it works at any time.</source>
        <translation>Le trading est verrouillé à chaque démarrage. Déverrouillez-le ici ; « Tout annuler » à côté marche toujours.</translation>
    </message>
    <message>
        <source>A click in the bid column buys there, in the ask column it sells. Drag an order to move it.</source>
        <translation>Un clic dans la colonne bid y achète, dans la colonne ask y vend. Glissez un ordre pour le déplacer.</translation>
    </message>
    <message>
        <source>Ctrl+K finds everything: commands, panels, workspaces, markets. Panels can be moved, tabbed and popped out by their titles. F1 explains the panel you are in.</source>
        <translation>Ctrl+K trouve tout : commandes, panneaux, espaces, marchés. Les panneaux se déplacent, s’empilent et se détachent par leur titre. F1 explique le panneau où vous êtes.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Next (%1 of %2)</source>
        <translation>Suivant (%1 sur %2)</translation>
    </message>
</context>
<context>
    <name>qob::VenuesModel</name>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 sur %2 live</translation>
    </message>
    <message>
        <source>%1 of %2 live, %3 stale</source>
        <translation>%1 sur %2 live, %3 périmés</translation>
    </message>
    <message>
        <source>%1 bad of %2</source>
        <translation>%1 fausses sur %2</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Carnets</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latence</translation>
    </message>
    <message>
        <source>Two minutes</source>
        <translation>Deux minutes</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>Messages/s</translation>
    </message>
    <message>
        <source>Trades/s</source>
        <translation>Échanges/s</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Trous</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Dernier signe</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Reconnexions</translation>
    </message>
    <message>
        <source>Live books</source>
        <translation>Carnets en direct</translation>
    </message>
    <message>
        <source>Latency (s)</source>
        <translation>Latence (s)</translation>
    </message>
    <message>
        <source>Bad checksums</source>
        <translation>Sommes de contrôle fausses</translation>
    </message>
</context>
<context>
    <name>qob::VenuesPanel</name>
    <message>
        <source>Venues</source>
        <translation>Plateformes</translation>
    </message>
</context>
<context>
    <name>qob::Watchlist</name>
    <message>
        <source>Symbol or venue</source>
        <translation>Symbole ou plateforme</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>Filtrer les marchés</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>Seulement ceux avec étoile</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <source>Star, or no star</source>
        <translation>Étoile ou pas</translation>
    </message>
</context>
<context>
    <name>qob::WindowActions</name>
    <message>
        <source>Find a command…</source>
        <translation>Chercher une commande…</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Marché</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Trading</translation>
    </message>
    <message>
        <source>Replay and recording</source>
        <translation>Replay et enregistrement</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>Ajouter un panneau</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Espaces de travail</translation>
    </message>
    <message>
        <source>Choose a market</source>
        <translation>Choisir un marché</translation>
    </message>
    <message>
        <source>Simulated market</source>
        <translation>Marché simulé</translation>
    </message>
    <message>
        <source>Live markets…</source>
        <translation>Marchés live…</translation>
    </message>
    <message>
        <source>Replay recordings…</source>
        <translation>Rejouer des enregistrements…</translation>
    </message>
    <message>
        <source>Lock or unlock trading</source>
        <translation>Verrouiller ou déverrouiller le trading</translation>
    </message>
    <message>
        <source>Cancel all orders</source>
        <translation>Annuler tous les ordres</translation>
    </message>
    <message>
        <source>Trade with single keys</source>
        <translation>Trader avec des touches simples</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Lecture ou pause</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Un pas</translation>
    </message>
    <message>
        <source>Record or stop recording</source>
        <translation>Enregistrer ou arrêter</translation>
    </message>
    <message>
        <source>Add a panel: %1</source>
        <translation>Ajouter un panneau : %1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Restore the default of this workspace</source>
        <translation>Rétablir cet espace de travail par défaut</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exporter dans un fichier…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Importer d’un fichier…</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Espace de travail : %1</translation>
    </message>
    <message>
        <source>Picture of the window…</source>
        <translation>Image de la fenêtre…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Active panel into a window of its own, or back</source>
        <translation>Panneau actif dans sa propre fenêtre, ou retour</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>What panels cost a frame</source>
        <translation>Coût des panneaux par image</translation>
    </message>
    <message>
        <source>Help for the active panel</source>
        <translation>Aide du panneau actif</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Montrer %1</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>Enregistrer l’espace de travail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Export the workspace</source>
        <translation>Exporter l’espace de travail</translation>
    </message>
    <message>
        <source>Workspaces (*.json)</source>
        <translation>Espaces de travail (*.json)</translation>
    </message>
    <message>
        <source>The workspace is in %1</source>
        <translation>L’espace de travail est dans %1</translation>
    </message>
    <message>
        <source>Import a workspace</source>
        <translation>Importer un espace de travail</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>Se connecter à un serveur…</translation>
    </message>
    <message>
        <source>There is a workspace %1. Replace it, with its drawings?</source>
        <translation>Il existe déjà un espace de travail %1. Le remplacer, avec ses tracés ?</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Vitesse : %1</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>Aller à une heure</translation>
    </message>
    <message>
        <source>This market has no times to jump to</source>
        <translation>Ce marché n’a pas d’instants où sauter</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Alert</name>
    <message>
        <source>Price at or above</source>
        <translation>Kurs auf oder über</translation>
    </message>
    <message>
        <source>Price at or below</source>
        <translation>Kurs auf oder unter</translation>
    </message>
    <message>
        <source>Price crosses</source>
        <translation>Kurs kreuzt</translation>
    </message>
    <message>
        <source>Spread above (bps)</source>
        <translation>Spread über (bps)</translation>
    </message>
    <message>
        <source>Volume burst of</source>
        <translation>Volumenschub von</translation>
    </message>
    <message>
        <source>Book imbalance above (%)</source>
        <translation>Ungleichgewicht im Buch über (%)</translation>
    </message>
    <message>
        <source>Price range above (bps)</source>
        <translation>Kursspanne über (bps)</translation>
    </message>
    <message>
        <source>Wall added of</source>
        <translation>Wall neu mit</translation>
    </message>
    <message>
        <source>Wall pulled of</source>
        <translation>Wall zurückgezogen mit</translation>
    </message>
    <message>
        <source>Feed not live</source>
        <translation>Feed nicht live</translation>
    </message>
    <message>
        <source>%1: %2 in %3 s</source>
        <translation>%1: %2 in %3 s</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 traded</source>
        <translation>%1 gehandelt</translation>
    </message>
    <message>
        <source>a range of %L1 bps</source>
        <translation>eine Spanne von %L1 bps</translation>
    </message>
    <message>
        <source>traded at %1</source>
        <translation>gehandelt zu %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 zu %2</translation>
    </message>
    <message>
        <source>a bid</source>
        <translation>ein Bid</translation>
    </message>
    <message>
        <source>an offer</source>
        <translation>ein Ask</translation>
    </message>
    <message>
        <source>a spread of %L1 bps</source>
        <translation>ein Spread von %L1 bps</translation>
    </message>
    <message>
        <source>%1 on one side</source>
        <translation>%1 auf einer Seite</translation>
    </message>
    <message>
        <source>%1 entered or left</source>
        <translation>%1 betreten oder verlassen</translation>
    </message>
    <message>
        <source>%1 crossed</source>
        <translation>%1 gekreuzt</translation>
    </message>
    <message>
        <source>Drawing crossed</source>
        <translation>Zeichnung gekreuzt</translation>
    </message>
    <message>
        <source>Position larger than</source>
        <translation>Position größer als</translation>
    </message>
    <message>
        <source>Loss of the position above</source>
        <translation>Verlust der Position über</translation>
    </message>
    <message>
        <source>Loss of all positions above</source>
        <translation>Verlust aller Positionen über</translation>
    </message>
    <message>
        <source>a position of %1</source>
        <translation>eine Position von %1</translation>
    </message>
    <message>
        <source>a loss of %1 %2</source>
        <translation>ein Verlust von %1 %2</translation>
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
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 h</translation>
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
        <translation>%1 Ticks</translation>
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
        <translation>Trendlinie</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>Strahl</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
</context>
<context>
    <name>ErrorCode</name>
    <message>
        <source>A number was expected and nothing was found</source>
        <translation>Eine Zahl fehlt</translation>
    </message>
    <message>
        <source>This is not a decimal number</source>
        <translation>Das ist keine Dezimalzahl</translation>
    </message>
    <message>
        <source>The number has more decimals than fit here</source>
        <translation>Die Zahl hat hier zu viele Nachkommastellen</translation>
    </message>
    <message>
        <source>The number is too large</source>
        <translation>Die Zahl ist zu groß</translation>
    </message>
    <message>
        <source>The configuration file cannot be read</source>
        <translation>Die Konfigurationsdatei ist nicht lesbar</translation>
    </message>
    <message>
        <source>The configuration file is not valid TOML</source>
        <translation>Die Konfigurationsdatei ist kein gültiges TOML</translation>
    </message>
    <message>
        <source>There is no such setting</source>
        <translation>Diese Einstellung gibt es nicht</translation>
    </message>
    <message>
        <source>The setting cannot take this value</source>
        <translation>Diesen Wert kann die Einstellung nicht haben</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei ist nicht lesbar</translation>
    </message>
    <message>
        <source>The file ends too early</source>
        <translation>Die Datei endet zu früh</translation>
    </message>
    <message>
        <source>The file is in no known capture format</source>
        <translation>Die Datei hat kein bekanntes Aufzeichnungsformat</translation>
    </message>
    <message>
        <source>The message is not valid JSON</source>
        <translation>Die Nachricht ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>The message lacks a field it must have</source>
        <translation>Der Nachricht fehlt ein Pflichtfeld</translation>
    </message>
    <message>
        <source>The frame cannot be unpacked</source>
        <translation>Der Datenrahmen lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>Messages are missing from the feed</source>
        <translation>Im Feed fehlen Nachrichten</translation>
    </message>
    <message>
        <source>No snapshot of the book has been seen yet</source>
        <translation>Noch kein Snapshot des Buchs empfangen</translation>
    </message>
    <message>
        <source>The book is crossed</source>
        <translation>Das Buch ist gekreuzt</translation>
    </message>
    <message>
        <source>The book&apos;s checksum is not the venue&apos;s</source>
        <translation>Die Prüfsumme des Buchs ist nicht die der Börse</translation>
    </message>
    <message>
        <source>This venue is not supported</source>
        <translation>Diese Börse wird nicht unterstützt</translation>
    </message>
    <message>
        <source>The instrument&apos;s definition is invalid</source>
        <translation>Die Definition des Instruments ist ungültig</translation>
    </message>
    <message>
        <source>The venue lists the instrument as halted, delisted or expired</source>
        <translation>Das Instrument ist an der Börse ausgesetzt, gestrichen oder verfallen</translation>
    </message>
    <message>
        <source>There is no such instrument</source>
        <translation>Dieses Instrument gibt es nicht</translation>
    </message>
    <message>
        <source>This ClOrdID was used for another order</source>
        <translation>Diese ClOrdID gehört schon zu einer anderen Order</translation>
    </message>
    <message>
        <source>The ClOrdID is empty or too long</source>
        <translation>Die ClOrdID ist leer oder zu lang</translation>
    </message>
    <message>
        <source>The price must be greater than zero</source>
        <translation>Der Preis muss größer als null sein</translation>
    </message>
    <message>
        <source>The price is not a multiple of the tick size</source>
        <translation>Der Preis ist kein Vielfaches der Tickgröße</translation>
    </message>
    <message>
        <source>The quantity must be greater than zero</source>
        <translation>Die Menge muss größer als null sein</translation>
    </message>
    <message>
        <source>The quantity is not a multiple of the lot size</source>
        <translation>Die Menge ist kein Vielfaches der Lotgröße</translation>
    </message>
    <message>
        <source>The order&apos;s value is below the minimum</source>
        <translation>Der Orderwert liegt unter dem Minimum</translation>
    </message>
    <message>
        <source>The order is larger than the maximum</source>
        <translation>Die Order ist größer als erlaubt</translation>
    </message>
    <message>
        <source>The free balance does not cover the order</source>
        <translation>Das freie Guthaben deckt die Order nicht</translation>
    </message>
    <message>
        <source>There is no such working order</source>
        <translation>Eine solche offene Order gibt es nicht</translation>
    </message>
    <message>
        <source>The order is already done</source>
        <translation>Die Order ist bereits erledigt</translation>
    </message>
    <message>
        <source>The market&apos;s book is not live</source>
        <translation>Das Buch des Markts ist nicht live</translation>
    </message>
    <message>
        <source>The order belongs to somebody else</source>
        <translation>Die Order gehört jemand anderem</translation>
    </message>
    <message>
        <source>This order type is not supported here</source>
        <translation>Dieser Ordertyp wird hier nicht unterstützt</translation>
    </message>
    <message>
        <source>There is nothing on the other side to trade with</source>
        <translation>Auf der Gegenseite gibt es nichts zu handeln</translation>
    </message>
    <message>
        <source>An order with this OrderID is working</source>
        <translation>Eine Order mit dieser OrderID ist schon offen</translation>
    </message>
    <message>
        <source>The book has no room for another order</source>
        <translation>Im Buch ist kein Platz für eine weitere Order</translation>
    </message>
    <message>
        <source>The order&apos;s type, time in force and instructions do not go together</source>
        <translation>Ordertyp, Gültigkeit und Zusätze passen nicht zusammen</translation>
    </message>
    <message>
        <source>The stop price or the trailing offset is not valid</source>
        <translation>Stop-Preis oder Trailing-Abstand sind ungültig</translation>
    </message>
    <message>
        <source>The display quantity is not valid</source>
        <translation>Die angezeigte Menge ist ungültig</translation>
    </message>
    <message>
        <source>The price is outside the price band</source>
        <translation>Der Preis liegt außerhalb des Preisbands</translation>
    </message>
    <message>
        <source>The market does not take such an order now</source>
        <translation>Der Markt nimmt eine solche Order gerade nicht an</translation>
    </message>
    <message>
        <source>Nothing was traded yet that the order could follow</source>
        <translation>Es gibt noch keinen Handel, dem die Order folgen könnte</translation>
    </message>
    <message>
        <source>There is no position that the order could reduce</source>
        <translation>Es gibt keine Position zu verkleinern</translation>
    </message>
    <message>
        <source>The order must not take, and would trade at this price</source>
        <translation>Die Order darf nicht nehmen, würde zu diesem Preis aber handeln</translation>
    </message>
    <message>
        <source>The order could not be filled whole and was not filled</source>
        <translation>Die Order war nicht ganz ausführbar und wurde nicht ausgeführt</translation>
    </message>
    <message>
        <source>The order would have traded with its own owner</source>
        <translation>Die Order hätte mit ihrem eigenen Besitzer gehandelt</translation>
    </message>
    <message>
        <source>The order&apos;s time has passed</source>
        <translation>Die Gültigkeit der Order ist abgelaufen</translation>
    </message>
    <message>
        <source>The trading day has ended</source>
        <translation>Der Handelstag ist zu Ende</translation>
    </message>
    <message>
        <source>The order it is linked to is done</source>
        <translation>Die verknüpfte Order ist erledigt</translation>
    </message>
    <message>
        <source>Another order of the list is not valid</source>
        <translation>Eine andere Order der Liste ist ungültig</translation>
    </message>
    <message>
        <source>Trading of this account is stopped</source>
        <translation>Der Handel dieses Kontos ist gesperrt</translation>
    </message>
    <message>
        <source>There is no such account</source>
        <translation>Dieses Konto gibt es nicht</translation>
    </message>
    <message>
        <source>The session is closed</source>
        <translation>Die Sitzung ist beendet</translation>
    </message>
    <message>
        <source>This market has no past to move to</source>
        <translation>In diesem Markt kann man nicht zurückgehen</translation>
    </message>
    <message>
        <source>The time is outside the recording</source>
        <translation>Die Zeit liegt außerhalb der Aufzeichnung</translation>
    </message>
    <message>
        <source>There is no such file or directory</source>
        <translation>Diese Datei oder diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>Another program writes to this directory</source>
        <translation>Ein anderes Programm schreibt in diesen Ordner</translation>
    </message>
    <message>
        <source>The journal is damaged</source>
        <translation>Das Journal ist beschädigt</translation>
    </message>
    <message>
        <source>Records are missing from the journal</source>
        <translation>Im Journal fehlen Einträge</translation>
    </message>
    <message>
        <source>It is not known up to where the journal was written safely</source>
        <translation>Es ist unbekannt, bis wohin das Journal sicher geschrieben ist</translation>
    </message>
    <message>
        <source>The file was written by another version of the program</source>
        <translation>Die Datei stammt von einer anderen Programmversion</translation>
    </message>
    <message>
        <source>There is no space left for the journal</source>
        <translation>Für das Journal ist kein Platz mehr</translation>
    </message>
    <message>
        <source>The journal&apos;s disk has failed</source>
        <translation>Der Datenträger des Journals ist ausgefallen</translation>
    </message>
    <message>
        <source>The record is too large for the journal</source>
        <translation>Der Eintrag ist zu groß für das Journal</translation>
    </message>
    <message>
        <source>The journal cannot have these settings</source>
        <translation>Diese Einstellungen kann das Journal nicht haben</translation>
    </message>
    <message>
        <source>The snapshot is damaged</source>
        <translation>Der Snapshot ist beschädigt</translation>
    </message>
    <message>
        <source>The snapshot is not of this journal</source>
        <translation>Der Snapshot gehört nicht zu diesem Journal</translation>
    </message>
    <message>
        <source>The recorded history is damaged</source>
        <translation>Die aufgezeichnete Historie ist beschädigt</translation>
    </message>
    <message>
        <source>The history was written by another version of the program</source>
        <translation>Die Historie stammt von einer anderen Programmversion</translation>
    </message>
    <message>
        <source>A part of the market was not recorded</source>
        <translation>Ein Teil des Markts wurde nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>The market is faster than it can be recorded</source>
        <translation>Der Markt ist schneller als die Aufzeichnung</translation>
    </message>
    <message>
        <source>This is older than what is recorded already</source>
        <translation>Das ist älter als das bereits Aufgezeichnete</translation>
    </message>
    <message>
        <source>There is no space left to record on</source>
        <translation>Für die Aufzeichnung ist kein Platz mehr</translation>
    </message>
    <message>
        <source>The disk that is recorded on has failed</source>
        <translation>Der Datenträger der Aufzeichnung ist ausgefallen</translation>
    </message>
    <message>
        <source>This is not a usable address</source>
        <translation>Diese Adresse ist nicht brauchbar</translation>
    </message>
    <message>
        <source>The host&apos;s name could not be looked up</source>
        <translation>Der Name des Servers ließ sich nicht auflösen</translation>
    </message>
    <message>
        <source>There is no connection to the host</source>
        <translation>Keine Verbindung zum Server</translation>
    </message>
    <message>
        <source>The host could not be proven to be who it says it is</source>
        <translation>Der Server konnte sich nicht ausweisen</translation>
    </message>
    <message>
        <source>The server refused the stream</source>
        <translation>Der Server hat den Stream abgelehnt</translation>
    </message>
    <message>
        <source>The other side is silent</source>
        <translation>Die Gegenseite schweigt</translation>
    </message>
    <message>
        <source>The connection ended</source>
        <translation>Die Verbindung wurde beendet</translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation>Der Server hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Data comes faster than it can be read</source>
        <translation>Daten kommen schneller, als sie gelesen werden können</translation>
    </message>
    <message>
        <source>Nobody is logged in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>The name or the password is wrong</source>
        <translation>Name oder Passwort ist falsch</translation>
    </message>
    <message>
        <source>The token is not one of ours</source>
        <translation>Das Token ist nicht von uns</translation>
    </message>
    <message>
        <source>The token is no longer valid</source>
        <translation>Das Token ist abgelaufen</translation>
    </message>
    <message>
        <source>The session or key was withdrawn</source>
        <translation>Sitzung oder Schlüssel wurde widerrufen</translation>
    </message>
    <message>
        <source>The code of the second factor is needed</source>
        <translation>Der Code des zweiten Faktors fehlt</translation>
    </message>
    <message>
        <source>The code of the second factor is wrong</source>
        <translation>Der Code des zweiten Faktors ist falsch</translation>
    </message>
    <message>
        <source>There were too many wrong tries; wait before the next one</source>
        <translation>Zu viele Fehlversuche; vor dem nächsten bitte warten</translation>
    </message>
    <message>
        <source>This user may not do that</source>
        <translation>Das darf dieser Benutzer nicht</translation>
    </message>
    <message>
        <source>The key may not be used from this address</source>
        <translation>Von dieser Adresse darf der Schlüssel nicht benutzt werden</translation>
    </message>
    <message>
        <source>The signature is not that of this request</source>
        <translation>Die Signatur gehört nicht zu dieser Anfrage</translation>
    </message>
    <message>
        <source>The request&apos;s time is too far from the server&apos;s</source>
        <translation>Die Zeit der Anfrage weicht zu weit von der des Servers ab</translation>
    </message>
    <message>
        <source>The request was sent before</source>
        <translation>Die Anfrage wurde schon einmal gesendet</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>Diesen Schlüssel gibt es nicht</translation>
    </message>
    <message>
        <source>The password is too easy to guess</source>
        <translation>Das Passwort ist zu leicht zu erraten</translation>
    </message>
    <message>
        <source>Another user has this name</source>
        <translation>Ein anderer Benutzer heißt schon so</translation>
    </message>
    <message>
        <source>This cannot be a user&apos;s name</source>
        <translation>So kann ein Benutzer nicht heißen</translation>
    </message>
    <message>
        <source>There is no such user</source>
        <translation>Diesen Benutzer gibt es nicht</translation>
    </message>
    <message>
        <source>The login provider did not confirm who this is</source>
        <translation>Der Anmeldedienst hat die Person nicht bestätigt</translation>
    </message>
    <message>
        <source>New users are made by an administrator only</source>
        <translation>Neue Benutzer legt nur ein Administrator an</translation>
    </message>
    <message>
        <source>The key that protects secrets cannot be had</source>
        <translation>Der Schlüssel zum Schutz der Geheimnisse ist nicht verfügbar</translation>
    </message>
    <message>
        <source>A protected secret was changed or is under another key</source>
        <translation>Ein geschütztes Geheimnis wurde verändert oder hat einen anderen Schlüssel</translation>
    </message>
    <message>
        <source>A cryptographic operation failed</source>
        <translation>Eine kryptografische Operation ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The audit trail was changed</source>
        <translation>Das Prüfprotokoll wurde verändert</translation>
    </message>
    <message>
        <source>The request cannot be understood</source>
        <translation>Die Anfrage ist nicht verständlich</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>Unter dieser Adresse gibt es nichts</translation>
    </message>
    <message>
        <source>This address does not take that method</source>
        <translation>Diese Adresse kennt die Methode nicht</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>Die Anfrage ist zu groß</translation>
    </message>
    <message>
        <source>The request did not arrive in time</source>
        <translation>Die Anfrage kam nicht rechtzeitig an</translation>
    </message>
    <message>
        <source>There were too many requests; wait before the next one</source>
        <translation>Zu viele Anfragen; vor der nächsten bitte warten</translation>
    </message>
    <message>
        <source>A parameter is missing</source>
        <translation>Ein Parameter fehlt</translation>
    </message>
    <message>
        <source>A parameter cannot take this value</source>
        <translation>Diesen Wert kann ein Parameter nicht haben</translation>
    </message>
    <message>
        <source>The body is of a kind that is not read here</source>
        <translation>Inhalte dieser Art werden hier nicht gelesen</translation>
    </message>
    <message>
        <source>The engine has no room for the request; try again</source>
        <translation>Die Engine ist ausgelastet; bitte erneut versuchen</translation>
    </message>
    <message>
        <source>This version cannot do that yet</source>
        <translation>Das kann diese Version noch nicht</translation>
    </message>
    <message>
        <source>This does not go together with what is there</source>
        <translation>Das passt nicht zu dem, was schon da ist</translation>
    </message>
    <message>
        <source>There is no such stream</source>
        <translation>Diesen Stream gibt es nicht</translation>
    </message>
    <message>
        <source>The connection has too many streams</source>
        <translation>Die Verbindung hat zu viele Streams</translation>
    </message>
    <message>
        <source>The connection reads too slowly</source>
        <translation>Die Verbindung liest zu langsam</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>Die Datenbank ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The database refused the operation</source>
        <translation>Die Datenbank hat die Operation abgelehnt</translation>
    </message>
    <message>
        <source>The database was made by another version of the program</source>
        <translation>Die Datenbank stammt von einer anderen Programmversion</translation>
    </message>
    <message>
        <source>There is no such record</source>
        <translation>Diesen Eintrag gibt es nicht</translation>
    </message>
    <message>
        <source>There is such a record already</source>
        <translation>Diesen Eintrag gibt es schon</translation>
    </message>
    <message>
        <source>The backup is damaged</source>
        <translation>Die Sicherung ist beschädigt</translation>
    </message>
</context>
<context>
    <name>HeatOverlays</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>5 min and older</source>
        <translation>ab 5 min</translation>
    </message>
    <message>
        <source>added</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>gezogen</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>gefüllt</translation>
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
        <translation>offener POC</translation>
    </message>
    <message>
        <source>Cumulative delta</source>
        <translation>Kumuliertes Delta</translation>
    </message>
    <message>
        <source>≈ iceberg</source>
        <translation>≈ Iceberg</translation>
    </message>
    <message>
        <source>VWAP since %1</source>
        <translation>VWAP seit %1</translation>
    </message>
    <message>
        <source>iceberg</source>
        <translation>Eisberg</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Buy at the bid</source>
        <translation>Kaufen am Bid</translation>
    </message>
    <message>
        <source>Sell at the ask</source>
        <translation>Verkaufen am Ask</translation>
    </message>
    <message>
        <source>Take the ask</source>
        <translation>Ask nehmen</translation>
    </message>
    <message>
        <source>Take the bid</source>
        <translation>Bid nehmen</translation>
    </message>
    <message>
        <source>Buy at market</source>
        <translation>Market kaufen</translation>
    </message>
    <message>
        <source>Sell at market</source>
        <translation>Market verkaufen</translation>
    </message>
    <message>
        <source>Cancel the orders of this market</source>
        <translation>Orders dieses Markts stornieren</translation>
    </message>
    <message>
        <source>Cancel the stops of this market</source>
        <translation>Stops dieses Markts stornieren</translation>
    </message>
    <message>
        <source>Close the position</source>
        <translation>Position schließen</translation>
    </message>
    <message>
        <source>Reverse the position</source>
        <translation>Position drehen</translation>
    </message>
    <message>
        <source>Cancel and close everything</source>
        <translation>Alles stornieren und schließen</translation>
    </message>
</context>
<context>
    <name>OrderGuard</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 zu %2</translation>
    </message>
    <message>
        <source>It is worth %1 %2.</source>
        <translation>Sie ist %1 %2 wert.</translation>
    </message>
    <message>
        <source>Its price is %1 beyond the best of the other side.</source>
        <translation>Ihr Preis liegt %1 jenseits des besten der Gegenseite.</translation>
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
        <translation>Preisleiter</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>Footprint</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Volumenprofil</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Markttiefe</translation>
    </message>
    <message>
        <source>Time and sales</source>
        <translation>Time &amp; Sales</translation>
    </message>
    <message>
        <source>Order ticket</source>
        <translation>Ordermaske</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Börsen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performance</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>3D depth</source>
        <translation>Tiefe in 3D</translation>
    </message>
</context>
<context>
    <name>QuickTrade</name>
    <message>
        <source>Cancel every order and close every position?</source>
        <translation>Alle Orders stornieren und alle Positionen schließen?</translation>
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
        <translation>Orderflow</translation>
    </message>
    <message>
        <source>Multi-venue</source>
        <translation>Mehrere Börsen</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portfolio</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
</context>
<context>
    <name>qob</name>
    <message>
        <source>Buy</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Market</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>Stop-Limit</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>Market-to-Limit</translation>
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
        <translation>Tag</translation>
    </message>
    <message>
        <source>GTD</source>
        <translation>GTD</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Eröffnung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Storno läuft</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Wird geändert</translation>
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
        <translation>Wartet auf Snapshot</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
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
        <translation>LIVE · PAPIER</translation>
    </message>
    <message>
        <source>Waiting for the venue&apos;s book</source>
        <translation>Warten auf das Buch der Börse</translation>
    </message>
    <message>
        <source>Stale book. %1</source>
        <translation>Buch veraltet. %1</translation>
    </message>
    <message>
        <source>Stale book: not the venue&apos;s any more</source>
        <translation>Buch veraltet: nicht mehr das der Börse</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>Die Aufzeichnung ist zu Ende</translation>
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
        <translation>Alarm</translation>
    </message>
    <message>
        <source>The webhook of an alert failed: %1</source>
        <translation>Der Webhook eines Alarms ist fehlgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>qob::AlertDialog</name>
    <message>
        <source>Each time it becomes true, not only once</source>
        <translation>Bei jedem Eintreten, nicht nur einmal</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>Pop-up</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>Neuer Alarm</translation>
    </message>
    <message>
        <source>Change the alert</source>
        <translation>Alarm ändern</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <source>Tell by</source>
        <translation>Melden per</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>The webhook is not an http or https address</source>
        <translation>Der Webhook ist keine http- oder https-Adresse</translation>
    </message>
    <message>
        <source>This market has no such value</source>
        <translation>Diesen Wert gibt es in diesem Markt nicht</translation>
    </message>
</context>
<context>
    <name>qob::Alerts</name>
    <message>
        <source>The alerts cannot be read: %1; kept as %2</source>
        <translation>Die Alarme sind nicht lesbar: %1; aufgehoben als %2</translation>
    </message>
    <message>
        <source>The alerts cannot be saved: %1: %2</source>
        <translation>Die Alarme lassen sich nicht speichern: %1: %2</translation>
    </message>
    <message>
        <source>The alerts cannot be read and are not kept: %1: %2</source>
        <translation>Die Alarme sind nicht lesbar und werden nicht aufbewahrt: %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n Alarm kann nicht gelesen werden; die Datei ist als %1 aufbewahrt</numerusform>
            <numerusform>%n Alarme können nicht gelesen werden; die Datei ist als %1 aufbewahrt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::AlertsModel</name>
    <message>
        <source>Each time</source>
        <translation>Jedes Mal</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>pop-up</source>
        <translation>Pop-up</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Fires</source>
        <translation>Löst aus</translation>
    </message>
    <message>
        <source>Tells by</source>
        <translation>Meldet per</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>qob::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>History of alerts</source>
        <translation>Verlauf der Alarme</translation>
    </message>
    <message>
        <source>New alert…</source>
        <translation>Neuer Alarm…</translation>
    </message>
    <message>
        <source>Change the alert…</source>
        <translation>Alarm ändern…</translation>
    </message>
    <message>
        <source>Remove the alert</source>
        <translation>Alarm entfernen</translation>
    </message>
</context>
<context>
    <name>qob::BalancesModel</name>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>In orders</source>
        <translation>In Orders</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
</context>
<context>
    <name>qob::Blotters</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Orders</translation>
    </message>
</context>
<context>
    <name>qob::CandleChart</name>
    <message>
        <source>Candles</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
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
        <translation>Volumen</translation>
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
        <translation>Open Interest</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
</context>
<context>
    <name>qob::CandlesPanel</name>
    <message>
        <source>How candles are drawn</source>
        <translation>Darstellung der Kerzen</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikatoren</translation>
    </message>
    <message>
        <source>Choose indicators and their parameters</source>
        <translation>Indikatoren und ihre Parameter wählen</translation>
    </message>
</context>
<context>
    <name>qob::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Command, panel, workspace or market</source>
        <translation>Befehl, Panel, Arbeitsbereich oder Markt</translation>
    </message>
</context>
<context>
    <name>qob::ConnectDialog</name>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>Passwort im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>A qob server runs the engine, its orders and its accounts; this terminal shows them and trades there. The connection is always encrypted.</source>
        <translation>Auf einem qob-Server laufen Engine, Orders und Konten; dieses Terminal zeigt sie und handelt dort. Die Verbindung ist immer verschlüsselt.</translation>
    </message>
    <message>
        <source>Saved servers</source>
        <translation>Gespeicherte Server</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>Code des zweiten Faktors</translation>
    </message>
    <message>
        <source>Optional: what you call it</source>
        <translation>Freiwillig: wie Sie ihn nennen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Ein anderer Server</translation>
    </message>
    <message>
        <source>A user and a password are needed.</source>
        <translation>Benutzer und Passwort werden gebraucht.</translation>
    </message>
    <message>
        <source>Connecting with %1…</source>
        <translation>Verbindung mit %1…</translation>
    </message>
    <message>
        <source>Nobody known vouches for the certificate of %1. Its SHA-256 fingerprint is
%2
Compare it with what the server prints when it starts, and trust it only if they are the same.</source>
        <translation>Für das Zertifikat von %1 bürgt niemand, der bekannt ist. Sein SHA-256-Fingerabdruck ist
%2
Vergleichen Sie ihn mit dem, den der Server beim Start ausgibt, und vertrauen Sie ihm nur, wenn beide gleich sind.</translation>
    </message>
    <message>
        <source>They are the same: trust it</source>
        <translation>Sie sind gleich: vertrauen</translation>
    </message>
    <message>
        <source>%1 shows another certificate than before. Somebody may be listening in: nothing was sent.
Known: %2
Shown: %3</source>
        <translation>%1 zeigt ein anderes Zertifikat als zuvor. Vielleicht hört jemand mit: Es wurde nichts gesendet.
Bekannt: %2
Gezeigt: %3</translation>
    </message>
    <message>
        <source>Forget the known certificate</source>
        <translation>Das bekannte Zertifikat vergessen</translation>
    </message>
    <message>
        <source>It holds for now, but could not be written down.</source>
        <translation>Es gilt für jetzt, ließ sich aber nicht aufschreiben.</translation>
    </message>
</context>
<context>
    <name>qob::DataTable</name>
    <message>
        <source>Copy the selected rows</source>
        <translation>Ausgewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren…</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
    <message>
        <source>%1 (asset)</source>
        <translation>%1 (Asset)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
</context>
<context>
    <name>qob::DepthChart</name>
    <message>
        <source>Depth chart</source>
        <translation>Markttiefe</translation>
    </message>
    <message>
        <source>All venues together</source>
        <translation>Alle Börsen zusammen</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>sizes cannot be compared</source>
        <translation>Größen nicht vergleichbar</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1, ohne %2</translation>
    </message>
</context>
<context>
    <name>qob::DepthSurface</name>
    <message>
        <source>3D depth</source>
        <translation>Tiefe in 3D</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zurückstellen</translation>
    </message>
</context>
<context>
    <name>qob::DrawingTools</name>
    <message>
        <source>Draw lines, levels, rectangles, rulers and notes</source>
        <translation>Linien, Niveaus, Rechtecke, Lineale und Notizen zeichnen</translation>
    </message>
    <message>
        <source>Text of the drawing</source>
        <translation>Text der Zeichnung</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation>
            <numerusform>%n Pixel</numerusform>
            <numerusform>%n Pixel</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Gestrichelt</translation>
    </message>
    <message>
        <source>Extend to the left</source>
        <translation>Nach links verlängern</translation>
    </message>
    <message>
        <source>Extend to the right</source>
        <translation>Nach rechts verlängern</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Keep the tool after use</source>
        <translation>Werkzeug nach Gebrauch behalten</translation>
    </message>
    <message>
        <source>Undo the drawing</source>
        <translation>Zeichnung rückgängig machen</translation>
    </message>
    <message>
        <source>Redo the drawing</source>
        <translation>Zeichnung wiederherstellen</translation>
    </message>
    <message>
        <source>Delete all drawings of this market</source>
        <translation>Alle Zeichnungen dieses Marktes löschen</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>Alarm beim Kreuzen</translation>
    </message>
    <message>
        <source>Edit the text…</source>
        <translation>Text bearbeiten…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>In every workspace</source>
        <translation>In jedem Arbeitsbereich</translation>
    </message>
</context>
<context>
    <name>qob::Drawings</name>
    <message numerus="yes">
        <source>%n drawing(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n Zeichnung kann nicht gelesen werden; die Datei ist als %1 aufbewahrt</numerusform>
            <numerusform>%n Zeichnungen können nicht gelesen werden; die Datei ist als %1 aufbewahrt</numerusform>
        </translation>
    </message>
    <message>
        <source>The drawings cannot be read: %1; kept as %2</source>
        <translation>Die Zeichnungen können nicht gelesen werden: %1; aufbewahrt als %2</translation>
    </message>
    <message>
        <source>The drawings cannot be saved: %1: %2</source>
        <translation>Die Zeichnungen können nicht gespeichert werden: %1: %2</translation>
    </message>
    <message>
        <source>The drawings cannot be read and are not kept: %1: %2</source>
        <translation>Die Zeichnungen sind nicht lesbar und werden nicht aufbewahrt: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::EquityChart</name>
    <message>
        <source>Profit over time</source>
        <translation>Gewinn über die Zeit</translation>
    </message>
    <message>
        <source>Profit %1 %3, largest drawdown %2 %3</source>
        <translation>Gewinn %1 %3, größter Drawdown %2 %3</translation>
    </message>
    <message>
        <source>Nothing was traded yet</source>
        <translation>Noch nichts gehandelt</translation>
    </message>
</context>
<context>
    <name>qob::FillSums</name>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>As maker</source>
        <translation>Als Maker</translation>
    </message>
    <message>
        <source>As maker (%)</source>
        <translation>Als Maker (%)</translation>
    </message>
</context>
<context>
    <name>qob::FillsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Liquidity</source>
        <translation>Liquidität</translation>
    </message>
</context>
<context>
    <name>qob::FiredAlertsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>qob::FootprintChart</name>
    <message>
        <source>Bid × ask</source>
        <translation>Bid × Ask</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>Footprint</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>Noch kein Volumen je Preis</translation>
    </message>
    <message>
        <source>Volume at price since %1, prices rough before %2</source>
        <translation>Volumen je Preis seit %1, Preise grob vor %2</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>Volumen je Preis seit %1</translation>
    </message>
    <message>
        <source>Delta %</source>
        <translation>Delta %</translation>
    </message>
    <message>
        <source>Max delta</source>
        <translation>Max. Delta</translation>
    </message>
    <message>
        <source>Min delta</source>
        <translation>Min. Delta</translation>
    </message>
</context>
<context>
    <name>qob::FootprintPanel</name>
    <message>
        <source>Rows: auto</source>
        <translation>Zeilen: auto</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Zeilen: %1</translation>
    </message>
    <message>
        <source>What the cells say</source>
        <translation>Was die Zellen zeigen</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>Ticks je Zeile</translation>
    </message>
    <message>
        <source>Which imbalances are marked</source>
        <translation>Welche Ungleichgewichte markiert werden</translation>
    </message>
    <message>
        <source>As many as can be read</source>
        <translation>So viele, wie lesbar sind</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n Tick</numerusform>
            <numerusform>%n Ticks</numerusform>
        </translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>Ungleichgewicht</translation>
    </message>
    <message>
        <source>Ratio, %</source>
        <translation>Verhältnis, %</translation>
    </message>
    <message>
        <source>Least size</source>
        <translation>Mindestgröße</translation>
    </message>
    <message>
        <source>Stacked rows</source>
        <translation>Zeilen in Folge</translation>
    </message>
</context>
<context>
    <name>qob::FramePlate</name>
    <message>
        <source>Frame costs</source>
        <translation>Frame-Kosten</translation>
    </message>
    <message>
        <source>%1 fps, frame p50 %2, p99 %3</source>
        <translation>%1 fps, Frame p50 %2, p99 %3</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>Maximum</translation>
    </message>
</context>
<context>
    <name>qob::HeaderBar</name>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Choose a market (Ctrl+M)</source>
        <translation>Markt wählen (Strg+M)</translation>
    </message>
    <message>
        <source>Last trade</source>
        <translation>Letzter Handel</translation>
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
        <translation>Alles stornieren</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>No market yet</source>
        <translation>Noch kein Markt</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>Handel frei</translation>
    </message>
    <message>
        <source>No order can leave. Click to unlock trading (Ctrl+L)</source>
        <translation>Keine Order geht hinaus. Klick entsperrt den Handel (Strg+L)</translation>
    </message>
    <message>
        <source>Clicks send orders. Lock (Ctrl+L)</source>
        <translation>Klicks senden Orders. Sperren (Strg+L)</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading; Esc cancels only</source>
        <translation>Storniert sofort jede offene Order und sperrt den Handel; Esc storniert nur</translation>
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
        <translation>%1 Historie zeigen und mitlaufen</translation>
    </message>
    <message>
        <source>Colours, contrast and sizes</source>
        <translation>Farben, Kontrast und Größen</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source> · first in queue</source>
        <translation> · vorn in der Queue</translation>
    </message>
    <message>
        <source> · %1 ahead</source>
        <translation> · %1 davor</translation>
    </message>
    <message>
        <source> · ≈ %1 ahead</source>
        <translation> · ≈ %1 davor</translation>
    </message>
    <message>
        <source>Heat map settings…</source>
        <translation>Heatmap-Einstellungen…</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Klassisch</translation>
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
        <translation>Farbenblind-sicher</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>Farbe zeigt</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>Liegende Größe</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>Liegende Größe, heller mit dem Alter</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>Neu, gezogen, gefüllt</translation>
    </message>
    <message>
        <source>Lock contrast</source>
        <translation>Kontrast festhalten</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Dunkler</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Heller</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n Tick</numerusform>
            <numerusform>%n Ticks</numerusform>
        </translation>
    </message>
    <message>
        <source>Price rows</source>
        <translation>Preiszeilen</translation>
    </message>
    <message>
        <source>Trade bubbles</source>
        <translation>Handelsblasen</translation>
    </message>
    <message>
        <source>Best bid and ask lines</source>
        <translation>Linien von bestem Bid und Ask</translation>
    </message>
    <message>
        <source>Last price line</source>
        <translation>Linie des letzten Preises</translation>
    </message>
    <message>
        <source>Session VWAP</source>
        <translation>Sitzungs-VWAP</translation>
    </message>
    <message>
        <source>Cumulative volume delta</source>
        <translation>Kumuliertes Volumendelta</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Volumenprofil</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keins</translation>
    </message>
    <message>
        <source>Of what is shown</source>
        <translation>Vom Gezeigten</translation>
    </message>
    <message>
        <source>Of the whole history held</source>
        <translation>Von der ganzen Historie</translation>
    </message>
    <message>
        <source>Naked points of control (15 min)</source>
        <translation>Offene Points of Control (15 min)</translation>
    </message>
    <message>
        <source>Large lots</source>
        <translation>Große Lots</translation>
    </message>
    <message>
        <source>Back to the market</source>
        <translation>Zurück zum Markt</translation>
    </message>
    <message>
        <source>Centre the price</source>
        <translation>Preis zentrieren</translation>
    </message>
    <message>
        <source>Follow the price</source>
        <translation>Dem Preis folgen</translation>
    </message>
    <message>
        <source>Zoom in on price</source>
        <translation>Preis vergrößern</translation>
    </message>
    <message>
        <source>Zoom out of price</source>
        <translation>Preis verkleinern</translation>
    </message>
    <message>
        <source>Zoom in on time</source>
        <translation>Zeit vergrößern</translation>
    </message>
    <message>
        <source>Zoom out of time</source>
        <translation>Zeit verkleinern</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>Warten auf einen Markt</translation>
    </message>
    <message>
        <source>Waiting for history</source>
        <translation>Warten auf die Historie</translation>
    </message>
    <message>
        <source>Icebergs</source>
        <translation>Eisberge</translation>
    </message>
</context>
<context>
    <name>qob::HeatSettings</name>
    <message>
        <source>Restore defaults</source>
        <translation>Standardwerte</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Klassisch</translation>
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
        <translation>Farbenblind-sicher</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>Liegende Größe</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>Liegende Größe, heller mit dem Alter</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>Neu, gezogen, gefüllt</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>Farbe zeigt</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Lower shows more of the small sizes</source>
        <translation>Niedriger zeigt mehr von den kleinen Größen</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>J darker, K brighter</source>
        <translation>J dunkler, K heller</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Percent of the largest</source>
        <translation>Prozent der größten</translation>
    </message>
    <message>
        <source>Exact size</source>
        <translation>Genaue Größe</translation>
    </message>
    <message>
        <source>Cutoffs in</source>
        <translation>Grenzen in</translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation>Ausblenden unter</translation>
    </message>
    <message>
        <source>Smaller sizes are not shown</source>
        <translation>Kleinere Größen werden nicht gezeigt</translation>
    </message>
    <message>
        <source>Full colour from</source>
        <translation>Volle Farbe ab</translation>
    </message>
    <message>
        <source>This size and larger ones look alike</source>
        <translation>Ab dieser Größe sehen alle gleich aus</translation>
    </message>
    <message>
        <source>Lock at what is largest now</source>
        <translation>Auf die jetzt größte festlegen</translation>
    </message>
    <message>
        <source>Colours stay comparable while the map moves</source>
        <translation>Farben bleiben vergleichbar, während die Karte läuft</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Prices that are added up in one row</source>
        <translation>Preise, die in einer Zeile summiert werden</translation>
    </message>
    <message>
        <source>Ticks a row</source>
        <translation>Ticks je Zeile</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Trades</translation>
    </message>
    <message>
        <source>Smallest bubble</source>
        <translation>Kleinste Blase</translation>
    </message>
    <message>
        <source>Smaller trades get no bubble</source>
        <translation>Kleinere Trades bekommen keine Blase</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Trades this near each other are one bubble at their average price</source>
        <translation>Trades so nah beieinander werden eine Blase zum Durchschnittspreis</translation>
    </message>
    <message>
        <source>Gather over</source>
        <translation>Sammeln über</translation>
    </message>
    <message>
        <source>Large lot from</source>
        <translation>Großes Lot ab</translation>
    </message>
    <message>
        <source>What the marks of large lots and icebergs show</source>
        <translation>Was die Marken großer Lots und Icebergs zeigen</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>die größten</translation>
    </message>
</context>
<context>
    <name>qob::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>qob::IndicatorMenu</name>
    <message>
        <source>Standard deviations</source>
        <translation>Standardabweichungen</translation>
    </message>
    <message>
        <source>Fast period</source>
        <translation>Schnelle Periode</translation>
    </message>
    <message>
        <source>Slow period</source>
        <translation>Langsame Periode</translation>
    </message>
    <message>
        <source>Signal period</source>
        <translation>Signalperiode</translation>
    </message>
    <message>
        <source>Period, in candles</source>
        <translation>Periode in Kerzen</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikatoren</translation>
    </message>
    <message>
        <source>One more of these</source>
        <translation>Noch einer davon</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>täglich</translation>
    </message>
    <message>
        <source>Begins anew at 00:00 UTC</source>
        <translation>Beginnt um 00:00 UTC neu</translation>
    </message>
</context>
<context>
    <name>qob::InstrumentsModel</name>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Börse</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
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
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
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
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 w</source>
        <translation>%1 W</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>Candles of %1</source>
        <translation>Kerzen von %1</translation>
    </message>
    <message>
        <source>All intervals</source>
        <translation>Alle Intervalle</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>qob::Ladder</name>
    <message>
        <source>Price ladder</source>
        <translation>Preisleiter</translation>
    </message>
    <message>
        <source>%1 %2 at %3
%4 left, %5 filled
%6 ahead in the queue
%7
Drag to re-price, x to cancel</source>
        <translation>%1 %2 zu %3
%4 offen, %5 ausgeführt
%6 davor in der Queue
%7
Ziehen ändert den Preis, x storniert</translation>
    </message>
    <message>
        <source>Centre on the market</source>
        <translation>Auf den Markt zentrieren</translation>
    </message>
    <message>
        <source>Keep the market in the middle</source>
        <translation>Markt in der Mitte halten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Quick quantity %1</source>
        <translation>Schnellmenge %1</translation>
    </message>
    <message>
        <source>The default columns</source>
        <translation>Standardspalten</translation>
    </message>
    <message>
        <source>Buys</source>
        <translation>Käufe</translation>
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
        <translation>Verk.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Gek.</translation>
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
        <translation>Verk.</translation>
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
        <translation>Eigene Kauforders, mit der Größe vor ihnen in der Queue</translation>
    </message>
    <message>
        <source>Size bid; a click buys there</source>
        <translation>Größe im Bid; ein Klick kauft dort</translation>
    </message>
    <message>
        <source>Size added to the bids (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>In den letzten zehn Sekunden im Bid dazugekommen (gestapelt) oder weggenommen (gezogen), ohne Trades</translation>
    </message>
    <message>
        <source>Sold into the bids here in the last half minute</source>
        <translation>In der letzten halben Minute hier in die Bids verkauft</translation>
    </message>
    <message>
        <source>Bought from the asks here in the last half minute</source>
        <translation>In der letzten halben Minute hier aus den Asks gekauft</translation>
    </message>
    <message>
        <source>Size added to the asks (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>In den letzten zehn Sekunden im Ask dazugekommen (gestapelt) oder weggenommen (gezogen), ohne Trades</translation>
    </message>
    <message>
        <source>Size offered; a click sells there</source>
        <translation>Größe im Ask; ein Klick verkauft dort</translation>
    </message>
    <message>
        <source>Your sell orders, with the size ahead of them in the queue</source>
        <translation>Eigene Verkaufsorders, mit der Größe vor ihnen in der Queue</translation>
    </message>
    <message>
        <source>Traded here since the market is shown</source>
        <translation>Hier gehandelt, seit der Markt gezeigt wird</translation>
    </message>
    <message>
        <source>Bought less sold here since the market is shown</source>
        <translation>Gekauft minus verkauft, seit der Markt gezeigt wird</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>A click orders %1</source>
        <translation>Ein Klick ordert %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Draw a level at %1</source>
        <translation>Niveau bei %1 zeichnen</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>Alarm beim Kreuzen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Higher price rows</source>
        <translation>Höhere Preiszeilen</translation>
    </message>
    <message>
        <source>Lower price rows</source>
        <translation>Niedrigere Preiszeilen</translation>
    </message>
</context>
<context>
    <name>qob::LiveDialog</name>
    <message>
        <source>Live markets</source>
        <translation>Live-Märkte</translation>
    </message>
    <message>
        <source>Public feeds: no account is needed. Tick the venues and write the symbols as each venue does, with spaces between. Orders are paper.</source>
        <translation>Öffentliche Feeds: kein Konto nötig. Börsen anhaken und Symbole schreiben, wie die Börse sie schreibt, mit Leerzeichen dazwischen. Orders sind Papier.</translation>
    </message>
    <message>
        <source>Find a venue</source>
        <translation>Börse suchen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Börse</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Its rules are</source>
        <translation>Ihre Regeln sind</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Börsen</translation>
    </message>
    <message>
        <source>proven on recordings</source>
        <translation>an Aufzeichnungen bewiesen</translation>
    </message>
    <message>
        <source>as documented</source>
        <translation>wie dokumentiert</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s)</source>
        <translation>
            <numerusform>%n Buch</numerusform>
            <numerusform>%n Bücher</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>How bad it has to be</source>
        <translation>Wie schlimm es sein muss</translation>
    </message>
</context>
<context>
    <name>qob::MainWindow</name>
    <message>
        <source>The workspace %1 cannot be read: %2</source>
        <translation>Der Arbeitsbereich %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>This version has no panel %1: left out</source>
        <translation>Diese Version hat kein Panel %1: weggelassen</translation>
    </message>
    <message>
        <source>The picture is in the clipboard; save it too?</source>
        <translation>Das Bild ist in der Zwischenablage; auch speichern?</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1</source>
        <translation>Das Bild ist in %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 ist nicht schreibbar</translation>
    </message>
    <message>
        <source>Nothing was imported: %1</source>
        <translation>Nichts importiert: %1</translation>
    </message>
    <message>
        <source>The workspace %1 is here already and was opened as you left it</source>
        <translation>Den Arbeitsbereich %1 gibt es hier schon; er wurde geöffnet, wie er verlassen wurde</translation>
    </message>
</context>
<context>
    <name>qob::MarketBadge</name>
    <message>
        <source>A simulated market: every order is paper</source>
        <translation>Ein simulierter Markt: jede Order ist Papier</translation>
    </message>
    <message>
        <source>A recording is played: every order is paper</source>
        <translation>Eine Aufzeichnung läuft: jede Order ist Papier</translation>
    </message>
    <message>
        <source>A live market; orders are paper</source>
        <translation>Ein Live-Markt; Orders sind Papier</translation>
    </message>
</context>
<context>
    <name>qob::MarketList</name>
    <message>
        <source>Symbol or venue</source>
        <translation>Symbol oder Börse</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>Märkte filtern</translation>
    </message>
    <message>
        <source>Markets</source>
        <translation>Märkte</translation>
    </message>
</context>
<context>
    <name>qob::NoticesModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>qob::OrderEntry</name>
    <message>
        <source>Trading is locked: nothing was sent. Unlock with the padlock or Ctrl+L.</source>
        <translation>Der Handel ist gesperrt: nichts gesendet. Entsperren mit dem Schloss oder Strg+L.</translation>
    </message>
    <message>
        <source>The engine is busy: nothing was sent. Try again.</source>
        <translation>Die Engine ist ausgelastet: nichts gesendet. Bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>The session is closed: nothing was sent.</source>
        <translation>Die Sitzung ist beendet: nichts gesendet.</translation>
    </message>
    <message>
        <source>No market is shown: nothing was sent.</source>
        <translation>Kein Markt wird gezeigt: nichts gesendet.</translation>
    </message>
    <message>
        <source>%1: nothing was sent.</source>
        <translation>%1: nichts gesendet.</translation>
    </message>
    <message>
        <source>The quantity must be between %1 and %2: nothing was sent.</source>
        <translation>Die Menge muss zwischen %1 und %2 liegen: nichts gesendet.</translation>
    </message>
    <message>
        <source>The price must be a positive multiple of %1: nothing was sent.</source>
        <translation>Der Preis muss ein positives Vielfaches von %1 sein: nichts gesendet.</translation>
    </message>
    <message>
        <source>The order is no longer working: nothing was sent.</source>
        <translation>Die Order ist nicht mehr offen: nichts gesendet.</translation>
    </message>
    <message>
        <source>The order is being changed already: nothing was sent.</source>
        <translation>Die Order wird schon geändert: nichts gesendet.</translation>
    </message>
    <message>
        <source>There is a question to answer first: nothing was sent.</source>
        <translation>Erst ist eine Frage zu beantworten: nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Orders are cancelled; trading is locked: no position was closed.</source>
        <translation>Orders werden storniert; der Handel ist gesperrt: keine Position wurde geschlossen.</translation>
    </message>
    <message>
        <source>Some orders still work after five seconds: no position was closed.</source>
        <translation>Nach fünf Sekunden sind noch Orders aktiv: keine Position wurde geschlossen.</translation>
    </message>
    <message>
        <source>The market is no longer shown: nothing was sent.</source>
        <translation>Der Markt wird nicht mehr gezeigt: nichts gesendet.</translation>
    </message>
    <message>
        <source>The position is being closed already: nothing was sent.</source>
        <translation>Die Position wird schon geschlossen: nichts gesendet.</translation>
    </message>
    <message>
        <source>The position is another one by now: nothing was sent.</source>
        <translation>Die Position ist inzwischen eine andere: nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>qob::OrderQuestion</name>
    <message>
        <source>Send it?</source>
        <translation>Senden?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
</context>
<context>
    <name>qob::OrderTicket</name>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Market</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>Stop-Limit</translation>
    </message>
    <message>
        <source>Trailing stop</source>
        <translation>Trailing-Stop</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>Market-to-Limit</translation>
    </message>
    <message>
        <source>Pegged to the middle</source>
        <translation>Pegged zur Mitte</translation>
    </message>
    <message>
        <source>Pegged to the best price</source>
        <translation>Pegged zum besten Preis</translation>
    </message>
    <message>
        <source>There is no price to measure the bracket from</source>
        <translation>Es gibt keinen Preis, von dem das Bracket gemessen wird</translation>
    </message>
    <message>
        <source>Limit or stop (OCO)</source>
        <translation>Limit oder Stop (OCO)</translation>
    </message>
    <message>
        <source>Until when the order is good is missing</source>
        <translation>Es fehlt, bis wann die Order gilt</translation>
    </message>
</context>
<context>
    <name>qob::OrdersModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Answered (s)</source>
        <translation>Beantwortet (s)</translation>
    </message>
    <message>
        <source>Age (s)</source>
        <translation>Alter (s)</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
</context>
<context>
    <name>qob::PanelDock</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Link group: panels of one colour show the same instrument</source>
        <translation>Verbundgruppe: Panels einer Farbe zeigen dasselbe Instrument</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>Panel-Menü</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Panel schließen</translation>
    </message>
    <message>
        <source>Back into the window</source>
        <translation>Zurück ins Fenster</translation>
    </message>
    <message>
        <source>Into a window of its own</source>
        <translation>In ein eigenes Fenster</translation>
    </message>
    <message>
        <source>Link group</source>
        <translation>Verbundgruppe</translation>
    </message>
    <message>
        <source>Picture of the panel…</source>
        <translation>Bild des Panels…</translation>
    </message>
    <message>
        <source>Help for this panel</source>
        <translation>Hilfe zu diesem Panel</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading</source>
        <translation>Storniert sofort jede offene Order und sperrt den Handel</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alles stornieren</translation>
    </message>
</context>
<context>
    <name>qob::PerformancePanel</name>
    <message>
        <source>Settle asset</source>
        <translation>Abrechnungswährung</translation>
    </message>
    <message>
        <source>By market</source>
        <translation>Nach Markt</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>Nach Stunde</translation>
    </message>
</context>
<context>
    <name>qob::PositionsModel</name>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Unrealised</source>
        <translation>Unrealisiert</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>Realisiert</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
</context>
<context>
    <name>qob::PriceChart</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
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
        <translation>L</translation>
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
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>Warten auf einen Markt</translation>
    </message>
    <message>
        <source>Waiting for the first trade</source>
        <translation>Warten auf den ersten Trade</translation>
    </message>
</context>
<context>
    <name>qob::ProfileChart</name>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Sichtbar</translation>
    </message>
    <message>
        <source>Fixed range</source>
        <translation>Fester Bereich</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Volumenprofil</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>Noch kein Volumen je Preis</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>Volumen je Preis seit %1</translation>
    </message>
    <message>
        <source>%1, prices rough before %2</source>
        <translation>%1, Preise grob vor %2</translation>
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
        <translation>Umschalt halten und einen Bereich ziehen</translation>
    </message>
    <message>
        <source>naked POC %1</source>
        <translation>offener POC %1</translation>
    </message>
</context>
<context>
    <name>qob::ProfilePanel</name>
    <message>
        <source>How long a session is</source>
        <translation>Wie lang eine Sitzung ist</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>Ticks je Zeile</translation>
    </message>
    <message>
        <source>As many as can be seen</source>
        <translation>So viele, wie sichtbar sind</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n Tick</numerusform>
            <numerusform>%n Ticks</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows: auto</source>
        <translation>Zeilen: auto</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Zeilen: %1</translation>
    </message>
</context>
<context>
    <name>qob::RemoteLink</name>
    <message>
        <source>The connection was lost before the server confirmed to cancel all: look at what still works</source>
        <translation>Die Verbindung ging verloren, bevor der Server bestätigte, alles zu stornieren: Sehen Sie nach, was noch arbeitet</translation>
    </message>
    <message>
        <source>The connection was lost before the server confirmed what the market was told to do</source>
        <translation>Die Verbindung ging verloren, bevor der Server bestätigte, was der Markt tun sollte</translation>
    </message>
    <message>
        <source>Connected with %1 again after %2 s</source>
        <translation>Nach %2 s wieder mit %1 verbunden</translation>
    </message>
    <message>
        <source>The connection was lost: %1</source>
        <translation>Die Verbindung ging verloren: %1</translation>
    </message>
</context>
<context>
    <name>qob::ReplayBar</name>
    <message>
        <source>Replay bar</source>
        <translation>Replay-Leiste</translation>
    </message>
    <message>
        <source>Play or pause (Ctrl+Space)</source>
        <translation>Abspielen oder Pause (Strg+Leertaste)</translation>
    </message>
    <message>
        <source>One step: the next event (Ctrl+.)</source>
        <translation>Ein Schritt: das nächste Ereignis (Strg+.)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Market time, UTC</source>
        <translation>Marktzeit, UTC</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Position in der Aufzeichnung</translation>
    </message>
    <message>
        <source>jump to 14:03:00</source>
        <translation>zu 14:03:00 springen</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>Zu einer Zeit springen</translation>
    </message>
    <message>
        <source>Expected 14:03, 14:03:27 or 2026-07-14 14:03:27 (UTC)</source>
        <translation>Erwartet: 14:03, 14:03:27 oder 2026-07-14 14:03:27 (UTC)</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>Die Aufzeichnung ist zu Ende</translation>
    </message>
    <message numerus="yes">
        <source>Rolling the history of %n more market(s)</source>
        <translation>
            <numerusform>Historie von %n weiteren Markt wird aufgebaut</numerusform>
            <numerusform>Historie von %n weiteren Märkten wird aufgebaut</numerusform>
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
        <translation>Die Engine ist ausgelastet. Bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>The session is closed.</source>
        <translation>Die Sitzung ist beendet.</translation>
    </message>
    <message>
        <source>This market cannot be moved in time.</source>
        <translation>In diesem Markt kann man sich nicht in der Zeit bewegen.</translation>
    </message>
</context>
<context>
    <name>qob::Settings</name>
    <message>
        <source>The settings cannot be read and are the default ones now: %1; kept as %2</source>
        <translation>Die Einstellungen sind nicht lesbar, es gelten die Standardwerte: %1; aufgehoben als %2</translation>
    </message>
    <message>
        <source>The settings cannot be saved: %1: %2</source>
        <translation>Die Einstellungen lassen sich nicht speichern: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::SettingsDialog</name>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>For colour-blind eyes</source>
        <translation>Für Farbenblinde</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Größe von allem</translation>
    </message>
    <message>
        <source>A new size takes effect when the terminal is started again.</source>
        <translation>Eine neue Größe gilt ab dem nächsten Start des Terminals.</translation>
    </message>
    <message>
        <source>Trade with single keys, on the panel under the mouse</source>
        <translation>Mit einzelnen Tasten handeln, im Panel unter der Maus</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>The default keys</source>
        <translation>Standardtasten</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Handel</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Ask before an order worth more than</source>
        <translation>Fragen vor einer Order im Wert von mehr als</translation>
    </message>
    <message>
        <source>Ask before a price beyond the market by</source>
        <translation>Fragen vor einem Preis jenseits des Marktes um</translation>
    </message>
    <message>
        <source>Ask before everything is cancelled and closed</source>
        <translation>Fragen, bevor alles storniert und geschlossen wird</translation>
    </message>
    <message>
        <source>Worth is in the quote currency. Cancelling orders is never asked about.</source>
        <translation>Der Wert ist in der Quotierungswährung. Vor dem Stornieren von Orders wird nie gefragt.</translation>
    </message>
</context>
<context>
    <name>qob::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>REC %L1 MB</source>
        <translation>REC %L1 MB</translation>
    </message>
    <message>
        <source>%1 fps   frame p50 %2   p99 %3</source>
        <translation>%1 fps   Frame p50 %2   p99 %3</translation>
    </message>
    <message>
        <source>No feed yet</source>
        <translation>Noch kein Feed</translation>
    </message>
    <message>
        <source>Feed latency above the best one seen. The recorder&apos;s clock is behind the venue&apos;s by %1 or more.</source>
        <translation>Feed-Latenz über der besten beobachteten. Die Uhr der Aufzeichnung geht gegenüber der Börse um mindestens %1 nach.</translation>
    </message>
    <message>
        <source>Feed latency: from the venue&apos;s own time stamp to here</source>
        <translation>Feed-Latenz: vom Zeitstempel der Börse bis hierher</translation>
    </message>
    <message>
        <source>%L1 messages   %L2 gaps</source>
        <translation>%L1 Nachrichten   %L2 Lücken</translation>
    </message>
    <message>
        <source>latency %1</source>
        <translation>Latenz %1</translation>
    </message>
    <message>
        <source>Trading locked</source>
        <translation>Handel gesperrt</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>Handel frei</translation>
    </message>
    <message>
        <source>A frame&apos;s time: bringing the panels up to date and painting them</source>
        <translation>Die Zeit eines Frames: Panels aktualisieren und zeichnen</translation>
    </message>
    <message>
        <source>%1   round trip %2</source>
        <translation>%1   Umlaufzeit %2</translation>
    </message>
    <message>
        <source>%1 not connected, trying again</source>
        <translation>%1 nicht verbunden, neuer Versuch läuft</translation>
    </message>
    <message>
        <source>%1 disconnected</source>
        <translation>%1 getrennt</translation>
    </message>
</context>
<context>
    <name>qob::Tape</name>
    <message>
        <source>Time and sales</source>
        <translation>Time &amp; Sales</translation>
    </message>
    <message>
        <source>Add up what one aggressor takes at a price</source>
        <translation>Zusammenfassen, was ein Angreifer zu einem Preis nimmt</translation>
    </message>
    <message>
        <source>Leave out small trades</source>
        <translation>Kleine Trades weglassen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>Unter %1</translation>
    </message>
    <message>
        <source>%1 not shown</source>
        <translation>%1 nicht gezeigt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 newer above</source>
        <translation>%1 neuere darüber</translation>
    </message>
</context>
<context>
    <name>qob::Terminal</name>
    <message>
        <source>The screenshot could not be written to %1</source>
        <translation>Das Bild konnte nicht nach %1 geschrieben werden</translation>
    </message>
    <message>
        <source>There is no panel &apos;%1&apos;; there are: %2</source>
        <translation>Es gibt kein Panel &apos;%1&apos;; es gibt: %2</translation>
    </message>
    <message>
        <source>There is no workspace &apos;%1&apos;; there are: %2</source>
        <translation>Es gibt keinen Arbeitsbereich &apos;%1&apos;; es gibt: %2</translation>
    </message>
    <message>
        <source>Opening the market…</source>
        <translation>Markt wird geöffnet…</translation>
    </message>
    <message>
        <source>Still on %1. %2</source>
        <translation>Weiter auf %1. %2</translation>
    </message>
    <message>
        <source>Replay recordings</source>
        <translation>Aufzeichnungen abspielen</translation>
    </message>
    <message>
        <source>Recordings (*.qh *.gz *.xz *.jsonl *.log);;All files (*)</source>
        <translation>Aufzeichnungen (*.qh *.gz *.xz *.jsonl *.log);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Another terminal has these settings open: what you change in this one is not kept</source>
        <translation>Ein anderes Terminal hat diese Einstellungen geöffnet: was hier geändert wird, bleibt nicht erhalten</translation>
    </message>
    <message>
        <source>No market &apos;%1&apos; is known; another one is shown</source>
        <translation>Es ist kein Markt &apos;%1&apos; bekannt; ein anderer wird gezeigt</translation>
    </message>
</context>
<context>
    <name>qob::Ticket</name>
    <message>
        <source>Order ticket</source>
        <translation>Ordermaske</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>Ordertyp</translation>
    </message>
    <message>
        <source>Time in force</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>Good till cancelled: stays in the book</source>
        <translation>Good till cancelled: bleibt im Buch</translation>
    </message>
    <message>
        <source>Until the end of the trading day</source>
        <translation>Bis zum Ende des Handelstags</translation>
    </message>
    <message>
        <source>Immediate or cancel: what does not fill at once goes</source>
        <translation>Immediate or cancel: was nicht sofort ausgeführt wird, verfällt</translation>
    </message>
    <message>
        <source>Fill or kill: all at once or nothing</source>
        <translation>Fill or kill: alles sofort oder nichts</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Stop bei</translation>
    </message>
    <message>
        <source>Trails by</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>What the size is counted in</source>
        <translation>Worin die Größe gezählt wird</translation>
    </message>
    <message>
        <source>Size by quantity, by worth, or by what is lost when the stop loss is hit</source>
        <translation>Größe nach Menge, nach Wert oder nach dem Verlust am Stop-Loss</translation>
    </message>
    <message>
        <source>Bracket, iceberg, conditions</source>
        <translation>Bracket, Iceberg, Zusätze</translation>
    </message>
    <message>
        <source>Take profit +</source>
        <translation>Take-Profit +</translation>
    </message>
    <message>
        <source>Stop loss −</source>
        <translation>Stop-Loss −</translation>
    </message>
    <message>
        <source>Shows only</source>
        <translation>Zeigt nur</translation>
    </message>
    <message>
        <source>Post only</source>
        <translation>Post only</translation>
    </message>
    <message>
        <source>Refused when it would take</source>
        <translation>Abgelehnt, wenn sie nehmen würde</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Reduce</translation>
    </message>
    <message>
        <source>Never more than closes the position</source>
        <translation>Nie mehr, als die Position schließt</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verdeckt</translation>
    </message>
    <message>
        <source>Not shown in the book</source>
        <translation>Nicht im Buch sichtbar</translation>
    </message>
    <message>
        <source>Notional</source>
        <translation>Gegenwert</translation>
    </message>
    <message>
        <source>Free to buy</source>
        <translation>Frei für Kauf</translation>
    </message>
    <message>
        <source>Free to sell</source>
        <translation>Frei für Verkauf</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Trading is locked. Unlock with the padlock or Ctrl+L.</source>
        <translation>Der Handel ist gesperrt. Entsperren mit dem Schloss oder Strg+L.</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>Kontrakte</translation>
    </message>
    <message>
        <source>%1 risk</source>
        <translation>%1 Risiko</translation>
    </message>
    <message>
        <source>book too thin</source>
        <translation>Buch zu dünn</translation>
    </message>
    <message>
        <source>%L1 bps</source>
        <translation>%L1 bps</translation>
    </message>
    <message>
        <source>Fee, impact</source>
        <translation>Gebühr, Wirkung</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>What is put aside until the order is done</source>
        <translation>Was bis zum Ende der Order beiseitegelegt wird</translation>
    </message>
    <message>
        <source>Good till a time, which is asked for</source>
        <translation>Gültig bis zu einer Zeit, nach der gefragt wird</translation>
    </message>
    <message>
        <source>Trails in steps of</source>
        <translation>Folgt in Schritten von</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Slide</translation>
    </message>
    <message>
        <source>Post only: moved to where it does not take</source>
        <translation>Post only: dorthin verschoben, wo sie nicht nimmt</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>Alles oder nichts</translation>
    </message>
    <message>
        <source>Fills whole or not at all</source>
        <translation>Wird ganz ausgeführt oder gar nicht</translation>
    </message>
    <message>
        <source>With connection</source>
        <translation>Mit Verbindung</translation>
    </message>
    <message>
        <source>Cancelled when the connection with the server is lost</source>
        <translation>Storniert, wenn die Verbindung zum Server verloren geht</translation>
    </message>
    <message>
        <source>Against own orders</source>
        <translation>Gegen eigene Orders</translation>
    </message>
    <message>
        <source>Where it would trade with another order of this account</source>
        <translation>Wenn sie mit einer anderen Order dieses Kontos handeln würde</translation>
    </message>
    <message>
        <source>Own orders: trade</source>
        <translation>Eigene Orders: handeln</translation>
    </message>
    <message>
        <source>Own orders: cancel this one</source>
        <translation>Eigene Orders: diese stornieren</translation>
    </message>
    <message>
        <source>Own orders: cancel the older</source>
        <translation>Eigene Orders: die ältere stornieren</translation>
    </message>
    <message>
        <source>Own orders: cancel both</source>
        <translation>Eigene Orders: beide stornieren</translation>
    </message>
    <message>
        <source>Own orders: less of both</source>
        <translation>Eigene Orders: beide verringern</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>expected a time to come, as 14:03 or %1</source>
        <translation>erwartet wird eine künftige Zeit, etwa 14:03 oder %1</translation>
    </message>
    <message>
        <source>Away from it by</source>
        <translation>Abstand davon</translation>
    </message>
</context>
<context>
    <name>qob::Tour</name>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>This is the market you look at. Click it, or just type the first letters of another one.</source>
        <translation>Das ist der Markt, den du siehst. Klick darauf, oder tippe die ersten Buchstaben eines anderen.</translation>
    </message>
    <message>
        <source>Trading is locked at every start. Unlock it here; “Cancel all” beside it works at any time.</source>
        <translation>Der Handel ist bei jedem Start gesperrt. Hier wird er freigegeben; „Alles stornieren“ daneben geht jederzeit.</translation>
    </message>
    <message>
        <source>A click in the bid column buys there, in the ask column it sells. Drag an order to move it.</source>
        <translation>Ein Klick in die Bid-Spalte kauft dort, in die Ask-Spalte verkauft. Eine Order verschiebt man durch Ziehen.</translation>
    </message>
    <message>
        <source>Ctrl+K finds everything: commands, panels, workspaces, markets. Panels can be moved, tabbed and popped out by their titles. F1 explains the panel you are in.</source>
        <translation>Strg+K findet alles: Befehle, Panels, Arbeitsbereiche, Märkte. Panels lassen sich am Titel verschieben, als Tabs stapeln und herauslösen. F1 erklärt das Panel, in dem du bist.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next (%1 of %2)</source>
        <translation>Weiter (%1 von %2)</translation>
    </message>
</context>
<context>
    <name>qob::VenuesModel</name>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 von %2 live</translation>
    </message>
    <message>
        <source>%1 of %2 live, %3 stale</source>
        <translation>%1 von %2 live, %3 veraltet</translation>
    </message>
    <message>
        <source>%1 bad of %2</source>
        <translation>%1 von %2 falsch</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Börse</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Bücher</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Two minutes</source>
        <translation>Zwei Minuten</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>Nachr./s</translation>
    </message>
    <message>
        <source>Trades/s</source>
        <translation>Trades/s</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>Prüfsummen</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Neuverbindungen</translation>
    </message>
    <message>
        <source>Live books</source>
        <translation>Live-Bücher</translation>
    </message>
    <message>
        <source>Latency (s)</source>
        <translation>Latenz (s)</translation>
    </message>
    <message>
        <source>Bad checksums</source>
        <translation>Falsche Prüfsummen</translation>
    </message>
</context>
<context>
    <name>qob::VenuesPanel</name>
    <message>
        <source>Venues</source>
        <translation>Börsen</translation>
    </message>
</context>
<context>
    <name>qob::Watchlist</name>
    <message>
        <source>Symbol or venue</source>
        <translation>Symbol oder Börse</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>Märkte filtern</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>Nur die mit Stern</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <source>Star, or no star</source>
        <translation>Stern setzen oder entfernen</translation>
    </message>
</context>
<context>
    <name>qob::WindowActions</name>
    <message>
        <source>Find a command…</source>
        <translation>Befehl suchen…</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Handel</translation>
    </message>
    <message>
        <source>Replay and recording</source>
        <translation>Replay und Aufzeichnung</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>Panel hinzufügen</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Choose a market</source>
        <translation>Markt wählen</translation>
    </message>
    <message>
        <source>Simulated market</source>
        <translation>Simulierter Markt</translation>
    </message>
    <message>
        <source>Live markets…</source>
        <translation>Live-Märkte…</translation>
    </message>
    <message>
        <source>Replay recordings…</source>
        <translation>Aufzeichnungen abspielen…</translation>
    </message>
    <message>
        <source>Lock or unlock trading</source>
        <translation>Handel sperren oder freigeben</translation>
    </message>
    <message>
        <source>Cancel all orders</source>
        <translation>Alle Orders stornieren</translation>
    </message>
    <message>
        <source>Trade with single keys</source>
        <translation>Mit einzelnen Tasten handeln</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder Pause</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>Record or stop recording</source>
        <translation>Aufzeichnung starten oder beenden</translation>
    </message>
    <message>
        <source>Add a panel: %1</source>
        <translation>Panel hinzufügen: %1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Restore the default of this workspace</source>
        <translation>Standard dieses Arbeitsbereichs wiederherstellen</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>In eine Datei exportieren…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Aus einer Datei importieren…</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Arbeitsbereich: %1</translation>
    </message>
    <message>
        <source>Picture of the window…</source>
        <translation>Bild des Fensters…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Active panel into a window of its own, or back</source>
        <translation>Aktives Panel in ein eigenes Fenster oder zurück</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>What panels cost a frame</source>
        <translation>Was Panels je Frame kosten</translation>
    </message>
    <message>
        <source>Help for the active panel</source>
        <translation>Hilfe zum aktiven Panel</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>Arbeitsbereich speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Export the workspace</source>
        <translation>Arbeitsbereich exportieren</translation>
    </message>
    <message>
        <source>Workspaces (*.json)</source>
        <translation>Arbeitsbereiche (*.json)</translation>
    </message>
    <message>
        <source>The workspace is in %1</source>
        <translation>Der Arbeitsbereich ist in %1</translation>
    </message>
    <message>
        <source>Import a workspace</source>
        <translation>Arbeitsbereich importieren</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>Mit einem Server verbinden…</translation>
    </message>
    <message>
        <source>There is a workspace %1. Replace it, with its drawings?</source>
        <translation>Es gibt schon einen Arbeitsbereich %1. Mitsamt seinen Zeichnungen ersetzen?</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Geschwindigkeit: %1</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>Zu einer Zeit springen</translation>
    </message>
    <message>
        <source>This market has no times to jump to</source>
        <translation>Dieser Markt hat keine Zeiten, zu denen man springen kann</translation>
    </message>
</context>
</TS>

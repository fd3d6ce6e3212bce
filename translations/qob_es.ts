<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Alert</name>
    <message>
        <source>Price at or above</source>
        <translation>Precio en o por encima de</translation>
    </message>
    <message>
        <source>Price at or below</source>
        <translation>Precio en o por debajo de</translation>
    </message>
    <message>
        <source>Price crosses</source>
        <translation>Precio cruza</translation>
    </message>
    <message>
        <source>Spread above (bps)</source>
        <translation>Spread por encima de (pb)</translation>
    </message>
    <message>
        <source>Volume burst of</source>
        <translation>Ráfaga de volumen de</translation>
    </message>
    <message>
        <source>Book imbalance above (%)</source>
        <translation>Desequilibrio del libro por encima de (%)</translation>
    </message>
    <message>
        <source>Price range above (bps)</source>
        <translation>Rango de precio por encima de (pb)</translation>
    </message>
    <message>
        <source>Wall added of</source>
        <translation>Muro añadido de</translation>
    </message>
    <message>
        <source>Wall pulled of</source>
        <translation>Muro retirado de</translation>
    </message>
    <message>
        <source>Feed not live</source>
        <translation>Feed no en vivo</translation>
    </message>
    <message>
        <source>%1: %2 in %3 s</source>
        <translation>%1: %2 en %3 s</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 traded</source>
        <translation>%1 negociado</translation>
    </message>
    <message>
        <source>a range of %L1 bps</source>
        <translation>un rango de %L1 pb</translation>
    </message>
    <message>
        <source>traded at %1</source>
        <translation>negociado a %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 a %2</translation>
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
        <translation>un spread de %L1 pb</translation>
    </message>
    <message>
        <source>%1 on one side</source>
        <translation>%1 en un lado</translation>
    </message>
    <message>
        <source>%1 entered or left</source>
        <translation>%1: entrada o salida</translation>
    </message>
    <message>
        <source>%1 crossed</source>
        <translation>%1: cruce</translation>
    </message>
    <message>
        <source>Drawing crossed</source>
        <translation>Dibujo cruzado</translation>
    </message>
    <message>
        <source>Position larger than</source>
        <translation>Posición mayor que</translation>
    </message>
    <message>
        <source>Loss of the position above</source>
        <translation>Pérdida de la posición superior a</translation>
    </message>
    <message>
        <source>Loss of all positions above</source>
        <translation>Pérdida de todas las posiciones superior a</translation>
    </message>
    <message>
        <source>a position of %1</source>
        <translation>una posición de %1</translation>
    </message>
    <message>
        <source>a loss of %1 %2</source>
        <translation>una pérdida de %1 %2</translation>
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
        <translation>%1 d %2 h</translation>
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
        <translation>%1 pb</translation>
    </message>
    <message>
        <source>V %1</source>
        <translation>V %1</translation>
    </message>
    <message>
        <source>Trend line</source>
        <translation>Línea de tendencia</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>Rayo</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectángulo</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>Turquesa</translation>
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
        <translation>Se esperaba un número y no hay nada</translation>
    </message>
    <message>
        <source>This is not a decimal number</source>
        <translation>Esto no es un número decimal</translation>
    </message>
    <message>
        <source>The number has more decimals than fit here</source>
        <translation>El número tiene demasiados decimales</translation>
    </message>
    <message>
        <source>The number is too large</source>
        <translation>El número es demasiado grande</translation>
    </message>
    <message>
        <source>The configuration file cannot be read</source>
        <translation>No se puede leer el archivo de configuración</translation>
    </message>
    <message>
        <source>The configuration file is not valid TOML</source>
        <translation>El archivo de configuración no es TOML válido</translation>
    </message>
    <message>
        <source>There is no such setting</source>
        <translation>Ese ajuste no existe</translation>
    </message>
    <message>
        <source>The setting cannot take this value</source>
        <translation>El ajuste no admite ese valor</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>No se puede leer el archivo</translation>
    </message>
    <message>
        <source>The file ends too early</source>
        <translation>El archivo termina antes de tiempo</translation>
    </message>
    <message>
        <source>The file is in no known capture format</source>
        <translation>El formato de grabación del archivo es desconocido</translation>
    </message>
    <message>
        <source>The message is not valid JSON</source>
        <translation>El mensaje no es JSON válido</translation>
    </message>
    <message>
        <source>The message lacks a field it must have</source>
        <translation>Al mensaje le falta un campo obligatorio</translation>
    </message>
    <message>
        <source>The frame cannot be unpacked</source>
        <translation>No se puede desempaquetar la trama</translation>
    </message>
    <message>
        <source>Messages are missing from the feed</source>
        <translation>Faltan mensajes en el feed</translation>
    </message>
    <message>
        <source>No snapshot of the book has been seen yet</source>
        <translation>Aún no se ha recibido un snapshot del libro</translation>
    </message>
    <message>
        <source>The book is crossed</source>
        <translation>El libro está cruzado</translation>
    </message>
    <message>
        <source>The book&apos;s checksum is not the venue&apos;s</source>
        <translation>La suma de control del libro no es la del exchange</translation>
    </message>
    <message>
        <source>This venue is not supported</source>
        <translation>Este exchange no es compatible</translation>
    </message>
    <message>
        <source>The instrument&apos;s definition is invalid</source>
        <translation>La definición del instrumento no es válida</translation>
    </message>
    <message>
        <source>The venue lists the instrument as halted, delisted or expired</source>
        <translation>El exchange da el instrumento por suspendido, retirado o vencido</translation>
    </message>
    <message>
        <source>There is no such instrument</source>
        <translation>No existe ese instrumento</translation>
    </message>
    <message>
        <source>This ClOrdID was used for another order</source>
        <translation>Este ClOrdID ya se usó para otra orden</translation>
    </message>
    <message>
        <source>The ClOrdID is empty or too long</source>
        <translation>El ClOrdID está vacío o es demasiado largo</translation>
    </message>
    <message>
        <source>The price must be greater than zero</source>
        <translation>El precio debe ser mayor que cero</translation>
    </message>
    <message>
        <source>The price is not a multiple of the tick size</source>
        <translation>El precio no es múltiplo del tick</translation>
    </message>
    <message>
        <source>The quantity must be greater than zero</source>
        <translation>La cantidad debe ser mayor que cero</translation>
    </message>
    <message>
        <source>The quantity is not a multiple of the lot size</source>
        <translation>La cantidad no es múltiplo del lote</translation>
    </message>
    <message>
        <source>The order&apos;s value is below the minimum</source>
        <translation>El valor de la orden está por debajo del mínimo</translation>
    </message>
    <message>
        <source>The order is larger than the maximum</source>
        <translation>La orden supera el máximo</translation>
    </message>
    <message>
        <source>The free balance does not cover the order</source>
        <translation>El saldo libre no cubre la orden</translation>
    </message>
    <message>
        <source>There is no such working order</source>
        <translation>No existe esa orden activa</translation>
    </message>
    <message>
        <source>The order is already done</source>
        <translation>La orden ya ha terminado</translation>
    </message>
    <message>
        <source>The market&apos;s book is not live</source>
        <translation>El libro del mercado no está en vivo</translation>
    </message>
    <message>
        <source>The order belongs to somebody else</source>
        <translation>La orden es de otra persona</translation>
    </message>
    <message>
        <source>This order type is not supported here</source>
        <translation>Este tipo de orden no se admite aquí</translation>
    </message>
    <message>
        <source>There is nothing on the other side to trade with</source>
        <translation>No hay nada al otro lado con qué negociar</translation>
    </message>
    <message>
        <source>An order with this OrderID is working</source>
        <translation>Ya hay una orden activa con este OrderID</translation>
    </message>
    <message>
        <source>The book has no room for another order</source>
        <translation>El libro no tiene sitio para otra orden</translation>
    </message>
    <message>
        <source>The order&apos;s type, time in force and instructions do not go together</source>
        <translation>Tipo, vigencia e instrucciones de la orden no son compatibles</translation>
    </message>
    <message>
        <source>The stop price or the trailing offset is not valid</source>
        <translation>El precio stop o la distancia trailing no son válidos</translation>
    </message>
    <message>
        <source>The display quantity is not valid</source>
        <translation>La cantidad visible no es válida</translation>
    </message>
    <message>
        <source>The price is outside the price band</source>
        <translation>El precio está fuera de la banda</translation>
    </message>
    <message>
        <source>The market does not take such an order now</source>
        <translation>El mercado no acepta ahora una orden así</translation>
    </message>
    <message>
        <source>Nothing was traded yet that the order could follow</source>
        <translation>Aún no se ha negociado nada que la orden pueda seguir</translation>
    </message>
    <message>
        <source>There is no position that the order could reduce</source>
        <translation>No hay posición que la orden pueda reducir</translation>
    </message>
    <message>
        <source>The order must not take, and would trade at this price</source>
        <translation>La orden no debe tomar y a este precio se ejecutaría</translation>
    </message>
    <message>
        <source>The order could not be filled whole and was not filled</source>
        <translation>La orden no podía ejecutarse entera y no se ejecutó</translation>
    </message>
    <message>
        <source>The order would have traded with its own owner</source>
        <translation>La orden habría negociado con su propio dueño</translation>
    </message>
    <message>
        <source>The order&apos;s time has passed</source>
        <translation>La vigencia de la orden ha pasado</translation>
    </message>
    <message>
        <source>The trading day has ended</source>
        <translation>La jornada ha terminado</translation>
    </message>
    <message>
        <source>The order it is linked to is done</source>
        <translation>La orden vinculada ha terminado</translation>
    </message>
    <message>
        <source>Another order of the list is not valid</source>
        <translation>Otra orden de la lista no es válida</translation>
    </message>
    <message>
        <source>Trading of this account is stopped</source>
        <translation>La operativa de esta cuenta está detenida</translation>
    </message>
    <message>
        <source>There is no such account</source>
        <translation>No existe esa cuenta</translation>
    </message>
    <message>
        <source>The session is closed</source>
        <translation>La sesión está cerrada</translation>
    </message>
    <message>
        <source>This market has no past to move to</source>
        <translation>Este mercado no tiene pasado al que ir</translation>
    </message>
    <message>
        <source>The time is outside the recording</source>
        <translation>La hora está fuera de la grabación</translation>
    </message>
    <message>
        <source>There is no such file or directory</source>
        <translation>No existe ese archivo o carpeta</translation>
    </message>
    <message>
        <source>Another program writes to this directory</source>
        <translation>Otro programa escribe en esta carpeta</translation>
    </message>
    <message>
        <source>The journal is damaged</source>
        <translation>El diario está dañado</translation>
    </message>
    <message>
        <source>Records are missing from the journal</source>
        <translation>Faltan registros en el diario</translation>
    </message>
    <message>
        <source>It is not known up to where the journal was written safely</source>
        <translation>No se sabe hasta dónde se escribió el diario con seguridad</translation>
    </message>
    <message>
        <source>The file was written by another version of the program</source>
        <translation>El archivo es de otra versión del programa</translation>
    </message>
    <message>
        <source>There is no space left for the journal</source>
        <translation>No queda espacio para el diario</translation>
    </message>
    <message>
        <source>The journal&apos;s disk has failed</source>
        <translation>El disco del diario ha fallado</translation>
    </message>
    <message>
        <source>The record is too large for the journal</source>
        <translation>El registro es demasiado grande para el diario</translation>
    </message>
    <message>
        <source>The journal cannot have these settings</source>
        <translation>El diario no puede tener esos ajustes</translation>
    </message>
    <message>
        <source>The snapshot is damaged</source>
        <translation>El snapshot está dañado</translation>
    </message>
    <message>
        <source>The snapshot is not of this journal</source>
        <translation>El snapshot no es de este diario</translation>
    </message>
    <message>
        <source>The recorded history is damaged</source>
        <translation>El historial grabado está dañado</translation>
    </message>
    <message>
        <source>The history was written by another version of the program</source>
        <translation>El historial es de otra versión del programa</translation>
    </message>
    <message>
        <source>A part of the market was not recorded</source>
        <translation>Una parte del mercado no se grabó</translation>
    </message>
    <message>
        <source>The market is faster than it can be recorded</source>
        <translation>El mercado va más rápido de lo que se puede grabar</translation>
    </message>
    <message>
        <source>This is older than what is recorded already</source>
        <translation>Esto es anterior a lo ya grabado</translation>
    </message>
    <message>
        <source>There is no space left to record on</source>
        <translation>No queda espacio para grabar</translation>
    </message>
    <message>
        <source>The disk that is recorded on has failed</source>
        <translation>El disco de la grabación ha fallado</translation>
    </message>
    <message>
        <source>This is not a usable address</source>
        <translation>Esta dirección no sirve</translation>
    </message>
    <message>
        <source>The host&apos;s name could not be looked up</source>
        <translation>No se pudo resolver el nombre del servidor</translation>
    </message>
    <message>
        <source>There is no connection to the host</source>
        <translation>No hay conexión con el servidor</translation>
    </message>
    <message>
        <source>The host could not be proven to be who it says it is</source>
        <translation>El servidor no pudo demostrar quién es</translation>
    </message>
    <message>
        <source>The server refused the stream</source>
        <translation>El servidor rechazó el stream</translation>
    </message>
    <message>
        <source>The other side is silent</source>
        <translation>El otro lado no responde</translation>
    </message>
    <message>
        <source>The connection ended</source>
        <translation>La conexión terminó</translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation>El servidor rechazó la petición</translation>
    </message>
    <message>
        <source>Data comes faster than it can be read</source>
        <translation>Los datos llegan más rápido de lo que se leen</translation>
    </message>
    <message>
        <source>Nobody is logged in</source>
        <translation>Nadie ha iniciado sesión</translation>
    </message>
    <message>
        <source>The name or the password is wrong</source>
        <translation>El nombre o la contraseña son incorrectos</translation>
    </message>
    <message>
        <source>The token is not one of ours</source>
        <translation>El token no es nuestro</translation>
    </message>
    <message>
        <source>The token is no longer valid</source>
        <translation>El token ya no es válido</translation>
    </message>
    <message>
        <source>The session or key was withdrawn</source>
        <translation>La sesión o la clave fue revocada</translation>
    </message>
    <message>
        <source>The code of the second factor is needed</source>
        <translation>Hace falta el código del segundo factor</translation>
    </message>
    <message>
        <source>The code of the second factor is wrong</source>
        <translation>El código del segundo factor es incorrecto</translation>
    </message>
    <message>
        <source>There were too many wrong tries; wait before the next one</source>
        <translation>Demasiados intentos fallidos; espere antes del siguiente</translation>
    </message>
    <message>
        <source>This user may not do that</source>
        <translation>Este usuario no puede hacer eso</translation>
    </message>
    <message>
        <source>The key may not be used from this address</source>
        <translation>La clave no puede usarse desde esta dirección</translation>
    </message>
    <message>
        <source>The signature is not that of this request</source>
        <translation>La firma no es la de esta petición</translation>
    </message>
    <message>
        <source>The request&apos;s time is too far from the server&apos;s</source>
        <translation>La hora de la petición difiere demasiado de la del servidor</translation>
    </message>
    <message>
        <source>The request was sent before</source>
        <translation>La petición ya se envió antes</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>No existe esa clave</translation>
    </message>
    <message>
        <source>The password is too easy to guess</source>
        <translation>La contraseña es demasiado fácil de adivinar</translation>
    </message>
    <message>
        <source>Another user has this name</source>
        <translation>Otro usuario tiene este nombre</translation>
    </message>
    <message>
        <source>This cannot be a user&apos;s name</source>
        <translation>Esto no puede ser un nombre de usuario</translation>
    </message>
    <message>
        <source>There is no such user</source>
        <translation>No existe ese usuario</translation>
    </message>
    <message>
        <source>The login provider did not confirm who this is</source>
        <translation>El proveedor de acceso no confirmó la identidad</translation>
    </message>
    <message>
        <source>New users are made by an administrator only</source>
        <translation>Solo un administrador crea usuarios</translation>
    </message>
    <message>
        <source>The key that protects secrets cannot be had</source>
        <translation>La clave que protege los secretos no está disponible</translation>
    </message>
    <message>
        <source>A protected secret was changed or is under another key</source>
        <translation>Un secreto protegido se modificó o es de otra clave</translation>
    </message>
    <message>
        <source>A cryptographic operation failed</source>
        <translation>Falló una operación criptográfica</translation>
    </message>
    <message>
        <source>The audit trail was changed</source>
        <translation>El registro de auditoría se modificó</translation>
    </message>
    <message>
        <source>The request cannot be understood</source>
        <translation>La petición no se entiende</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>No hay nada en esta dirección</translation>
    </message>
    <message>
        <source>This address does not take that method</source>
        <translation>Esta dirección no admite ese método</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>La petición es demasiado grande</translation>
    </message>
    <message>
        <source>The request did not arrive in time</source>
        <translation>La petición no llegó a tiempo</translation>
    </message>
    <message>
        <source>There were too many requests; wait before the next one</source>
        <translation>Demasiadas peticiones; espere antes de la siguiente</translation>
    </message>
    <message>
        <source>A parameter is missing</source>
        <translation>Falta un parámetro</translation>
    </message>
    <message>
        <source>A parameter cannot take this value</source>
        <translation>Un parámetro no admite ese valor</translation>
    </message>
    <message>
        <source>The body is of a kind that is not read here</source>
        <translation>El contenido es de un tipo que aquí no se lee</translation>
    </message>
    <message>
        <source>The engine has no room for the request; try again</source>
        <translation>El motor no tiene sitio para la petición; inténtelo de nuevo</translation>
    </message>
    <message>
        <source>This version cannot do that yet</source>
        <translation>Esta versión aún no puede hacerlo</translation>
    </message>
    <message>
        <source>This does not go together with what is there</source>
        <translation>Esto no es compatible con lo que ya hay</translation>
    </message>
    <message>
        <source>There is no such stream</source>
        <translation>No existe ese stream</translation>
    </message>
    <message>
        <source>The connection has too many streams</source>
        <translation>La conexión tiene demasiados streams</translation>
    </message>
    <message>
        <source>The connection reads too slowly</source>
        <translation>La conexión lee demasiado despacio</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>No se puede acceder a la base de datos</translation>
    </message>
    <message>
        <source>The database refused the operation</source>
        <translation>La base de datos rechazó la operación</translation>
    </message>
    <message>
        <source>The database was made by another version of the program</source>
        <translation>La base de datos es de otra versión del programa</translation>
    </message>
    <message>
        <source>There is no such record</source>
        <translation>No existe ese registro</translation>
    </message>
    <message>
        <source>There is such a record already</source>
        <translation>Ese registro ya existe</translation>
    </message>
    <message>
        <source>The backup is damaged</source>
        <translation>La copia de seguridad está dañada</translation>
    </message>
</context>
<context>
    <name>HeatOverlays</name>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>5 min and older</source>
        <translation>5 min o más</translation>
    </message>
    <message>
        <source>added</source>
        <translation>puesto</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>quitado</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>ejec.</translation>
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
        <translation>POC virgen</translation>
    </message>
    <message>
        <source>Cumulative delta</source>
        <translation>Delta acumulado</translation>
    </message>
    <message>
        <source>≈ iceberg</source>
        <translation>≈ iceberg</translation>
    </message>
    <message>
        <source>VWAP since %1</source>
        <translation>VWAP desde %1</translation>
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
        <translation>Comprar en el bid</translation>
    </message>
    <message>
        <source>Sell at the ask</source>
        <translation>Vender en el ask</translation>
    </message>
    <message>
        <source>Take the ask</source>
        <translation>Tomar el ask</translation>
    </message>
    <message>
        <source>Take the bid</source>
        <translation>Tomar el bid</translation>
    </message>
    <message>
        <source>Buy at market</source>
        <translation>Comprar a mercado</translation>
    </message>
    <message>
        <source>Sell at market</source>
        <translation>Vender a mercado</translation>
    </message>
    <message>
        <source>Cancel the orders of this market</source>
        <translation>Cancelar las órdenes de este mercado</translation>
    </message>
    <message>
        <source>Cancel the stops of this market</source>
        <translation>Cancelar los stops de este mercado</translation>
    </message>
    <message>
        <source>Close the position</source>
        <translation>Cerrar la posición</translation>
    </message>
    <message>
        <source>Reverse the position</source>
        <translation>Girar la posición</translation>
    </message>
    <message>
        <source>Cancel and close everything</source>
        <translation>Cancelar y cerrar todo</translation>
    </message>
</context>
<context>
    <name>OrderGuard</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>It is worth %1 %2.</source>
        <translation>Vale %1 %2.</translation>
    </message>
    <message>
        <source>Its price is %1 beyond the best of the other side.</source>
        <translation>Su precio está un %1 más allá del mejor del otro lado.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Heat map</source>
        <translation>Mapa de calor</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Ladder</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>Velas</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>Footprint</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Perfil de volumen</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidad</translation>
    </message>
    <message>
        <source>Time and sales</source>
        <translation>Time &amp; sales</translation>
    </message>
    <message>
        <source>Order ticket</source>
        <translation>Ticket de orden</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Exchanges</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Rendimiento</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>3D depth</source>
        <translation>Profundidad 3D</translation>
    </message>
</context>
<context>
    <name>QuickTrade</name>
    <message>
        <source>Cancel every order and close every position?</source>
        <translation>¿Cancelar todas las órdenes y cerrar todas las posiciones?</translation>
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
        <translation>Flujo de órdenes</translation>
    </message>
    <message>
        <source>Multi-venue</source>
        <translation>Multiexchange</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Cartera</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Analista</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
</context>
<context>
    <name>qob</name>
    <message>
        <source>Buy</source>
        <translation>Compra</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Venta</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Mercado</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>Stop límite</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>Mercado a límite</translation>
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
        <translation>Día</translation>
    </message>
    <message>
        <source>GTD</source>
        <translation>GTD</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Apertura</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Activa</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Parcial</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Ejecutada</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Cancelando</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Modificando</translation>
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
        <translation>Espera snapshot</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Obsoleto</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
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
        <translation>EN VIVO · PAPER</translation>
    </message>
    <message>
        <source>Waiting for the venue&apos;s book</source>
        <translation>Esperando el libro del exchange</translation>
    </message>
    <message>
        <source>Stale book. %1</source>
        <translation>Libro obsoleto. %1</translation>
    </message>
    <message>
        <source>Stale book: not the venue&apos;s any more</source>
        <translation>Libro obsoleto: ya no es el del exchange</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>La grabación ha terminado</translation>
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
        <translation>Alerta</translation>
    </message>
    <message>
        <source>The webhook of an alert failed: %1</source>
        <translation>Falló el webhook de una alerta: %1</translation>
    </message>
</context>
<context>
    <name>qob::AlertDialog</name>
    <message>
        <source>Each time it becomes true, not only once</source>
        <translation>Cada vez que se cumpla, no solo una</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>Nueva alerta</translation>
    </message>
    <message>
        <source>Change the alert</source>
        <translation>Cambiar la alerta</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Mercado</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuando</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Durante</translation>
    </message>
    <message>
        <source>Tell by</source>
        <translation>Avisar por</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>The webhook is not an http or https address</source>
        <translation>El webhook no es una dirección http o https</translation>
    </message>
    <message>
        <source>This market has no such value</source>
        <translation>Este mercado no tiene ese valor</translation>
    </message>
</context>
<context>
    <name>qob::Alerts</name>
    <message>
        <source>The alerts cannot be read: %1; kept as %2</source>
        <translation>No se pueden leer las alertas: %1; guardadas como %2</translation>
    </message>
    <message>
        <source>The alerts cannot be saved: %1: %2</source>
        <translation>No se pueden guardar las alertas: %1: %2</translation>
    </message>
    <message>
        <source>The alerts cannot be read and are not kept: %1: %2</source>
        <translation>No se pueden leer las alertas y no se guardan: %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n alerta no se puede leer; el archivo se conserva en %1</numerusform>
            <numerusform>%n alertas no se pueden leer; el archivo se conserva en %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::AlertsModel</name>
    <message>
        <source>Each time</source>
        <translation>Cada vez</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Una vez</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>sonido</translation>
    </message>
    <message>
        <source>pop-up</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>webhook</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Mercado</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condición</translation>
    </message>
    <message>
        <source>Fires</source>
        <translation>Salta</translation>
    </message>
    <message>
        <source>Tells by</source>
        <translation>Avisa por</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>qob::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>History of alerts</source>
        <translation>Historial de alertas</translation>
    </message>
    <message>
        <source>New alert…</source>
        <translation>Nueva alerta…</translation>
    </message>
    <message>
        <source>Change the alert…</source>
        <translation>Cambiar la alerta…</translation>
    </message>
    <message>
        <source>Remove the alert</source>
        <translation>Quitar la alerta</translation>
    </message>
</context>
<context>
    <name>qob::BalancesModel</name>
    <message>
        <source>Asset</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>In orders</source>
        <translation>En órdenes</translation>
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
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Filtrar las filas</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Posiciones</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Saldos</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Órdenes</translation>
    </message>
</context>
<context>
    <name>qob::CandleChart</name>
    <message>
        <source>Candles</source>
        <translation>Velas</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Barras</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
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
        <translation>Interés abierto</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
</context>
<context>
    <name>qob::CandlesPanel</name>
    <message>
        <source>How candles are drawn</source>
        <translation>Cómo se dibujan las velas</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicadores</translation>
    </message>
    <message>
        <source>Choose indicators and their parameters</source>
        <translation>Elegir indicadores y sus parámetros</translation>
    </message>
</context>
<context>
    <name>qob::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Buscar un comando</translation>
    </message>
    <message>
        <source>Command, panel, workspace or market</source>
        <translation>Comando, panel, espacio o mercado</translation>
    </message>
</context>
<context>
    <name>qob::ConnectDialog</name>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>Guardar la contraseña en el llavero</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Conectar con un servidor</translation>
    </message>
    <message>
        <source>A qob server runs the engine, its orders and its accounts; this terminal shows them and trades there. The connection is always encrypted.</source>
        <translation>Un servidor qob ejecuta el motor, sus órdenes y sus cuentas; este terminal los muestra y opera allí. La conexión siempre va cifrada.</translation>
    </message>
    <message>
        <source>Saved servers</source>
        <translation>Servidores guardados</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>Código del segundo factor</translation>
    </message>
    <message>
        <source>Optional: what you call it</source>
        <translation>Opcional: cómo lo llama usted</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Otro servidor</translation>
    </message>
    <message>
        <source>A user and a password are needed.</source>
        <translation>Hacen falta un usuario y una contraseña.</translation>
    </message>
    <message>
        <source>Connecting with %1…</source>
        <translation>Conectando con %1…</translation>
    </message>
    <message>
        <source>Nobody known vouches for the certificate of %1. Its SHA-256 fingerprint is
%2
Compare it with what the server prints when it starts, and trust it only if they are the same.</source>
        <translation>Nadie conocido responde del certificado de %1. Su huella SHA-256 es
%2
Compárela con la que muestra el servidor al arrancar y confíe en ella solo si son iguales.</translation>
    </message>
    <message>
        <source>They are the same: trust it</source>
        <translation>Son iguales: confiar</translation>
    </message>
    <message>
        <source>%1 shows another certificate than before. Somebody may be listening in: nothing was sent.
Known: %2
Shown: %3</source>
        <translation>%1 muestra un certificado distinto del anterior. Puede que alguien esté escuchando: no se envió nada.
Conocido: %2
Mostrado: %3</translation>
    </message>
    <message>
        <source>Forget the known certificate</source>
        <translation>Olvidar el certificado conocido</translation>
    </message>
    <message>
        <source>It holds for now, but could not be written down.</source>
        <translation>Vale por ahora, pero no se pudo guardar.</translation>
    </message>
</context>
<context>
    <name>qob::DataTable</name>
    <message>
        <source>Copy the selected rows</source>
        <translation>Copiar las filas seleccionadas</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exportar como CSV…</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Exportar como CSV</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
    <message>
        <source>%1 (asset)</source>
        <translation>%1 (activo)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
</context>
<context>
    <name>qob::DepthChart</name>
    <message>
        <source>Depth chart</source>
        <translation>Gráfico de profundidad</translation>
    </message>
    <message>
        <source>All venues together</source>
        <translation>Todos los exchanges juntos</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>cargando</translation>
    </message>
    <message>
        <source>sizes cannot be compared</source>
        <translation>tamaños no comparables</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1, sin %2</translation>
    </message>
</context>
<context>
    <name>qob::DepthSurface</name>
    <message>
        <source>3D depth</source>
        <translation>Profundidad 3D</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuto</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutos</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 minutos</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Restablecer la vista</translation>
    </message>
</context>
<context>
    <name>qob::DrawingTools</name>
    <message>
        <source>Draw lines, levels, rectangles, rulers and notes</source>
        <translation>Dibujar líneas, niveles, rectángulos, reglas y notas</translation>
    </message>
    <message>
        <source>Text of the drawing</source>
        <translation>Texto del dibujo</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Grosor</translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation>
            <numerusform>%n píxel</numerusform>
            <numerusform>%n píxeles</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Discontinua</translation>
    </message>
    <message>
        <source>Extend to the left</source>
        <translation>Prolongar a la izquierda</translation>
    </message>
    <message>
        <source>Extend to the right</source>
        <translation>Prolongar a la derecha</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Dibujar</translation>
    </message>
    <message>
        <source>Keep the tool after use</source>
        <translation>Conservar la herramienta tras usarla</translation>
    </message>
    <message>
        <source>Undo the drawing</source>
        <translation>Deshacer el dibujo</translation>
    </message>
    <message>
        <source>Redo the drawing</source>
        <translation>Rehacer el dibujo</translation>
    </message>
    <message>
        <source>Delete all drawings of this market</source>
        <translation>Borrar todos los dibujos de este mercado</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>Alerta al cruzar</translation>
    </message>
    <message>
        <source>Edit the text…</source>
        <translation>Editar el texto…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>In every workspace</source>
        <translation>En todos los espacios de trabajo</translation>
    </message>
</context>
<context>
    <name>qob::Drawings</name>
    <message numerus="yes">
        <source>%n drawing(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n dibujo no se puede leer; el archivo se conserva en %1</numerusform>
            <numerusform>%n dibujos no se pueden leer; el archivo se conserva en %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The drawings cannot be read: %1; kept as %2</source>
        <translation>No se pueden leer los dibujos: %1; se conservan en %2</translation>
    </message>
    <message>
        <source>The drawings cannot be saved: %1: %2</source>
        <translation>No se pueden guardar los dibujos: %1: %2</translation>
    </message>
    <message>
        <source>The drawings cannot be read and are not kept: %1: %2</source>
        <translation>No se pueden leer los dibujos y no se guardan: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::EquityChart</name>
    <message>
        <source>Profit over time</source>
        <translation>Beneficio en el tiempo</translation>
    </message>
    <message>
        <source>Profit %1 %3, largest drawdown %2 %3</source>
        <translation>Beneficio %1 %3, drawdown máximo %2 %3</translation>
    </message>
    <message>
        <source>Nothing was traded yet</source>
        <translation>Aún no se ha negociado nada</translation>
    </message>
</context>
<context>
    <name>qob::FillSums</name>
    <message>
        <source>Market</source>
        <translation>Mercado</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Comisiones</translation>
    </message>
    <message>
        <source>As maker</source>
        <translation>Como maker</translation>
    </message>
    <message>
        <source>As maker (%)</source>
        <translation>Como maker (%)</translation>
    </message>
</context>
<context>
    <name>qob::FillsModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Mercado</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Lado</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Cant.</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Comisión</translation>
    </message>
    <message>
        <source>Liquidity</source>
        <translation>Liquidez</translation>
    </message>
</context>
<context>
    <name>qob::FiredAlertsModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
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
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>Footprint</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>Aún sin volumen por precio</translation>
    </message>
    <message>
        <source>Volume at price since %1, prices rough before %2</source>
        <translation>Volumen por precio desde %1, precios aproximados antes de %2</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>Volumen por precio desde %1</translation>
    </message>
    <message>
        <source>Delta %</source>
        <translation>Delta %</translation>
    </message>
    <message>
        <source>Max delta</source>
        <translation>Delta máx.</translation>
    </message>
    <message>
        <source>Min delta</source>
        <translation>Delta mín.</translation>
    </message>
</context>
<context>
    <name>qob::FootprintPanel</name>
    <message>
        <source>Rows: auto</source>
        <translation>Filas: auto</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Filas: %1</translation>
    </message>
    <message>
        <source>What the cells say</source>
        <translation>Qué dicen las celdas</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>Ticks por fila</translation>
    </message>
    <message>
        <source>Which imbalances are marked</source>
        <translation>Qué desequilibrios se marcan</translation>
    </message>
    <message>
        <source>As many as can be read</source>
        <translation>Cuantos se puedan leer</translation>
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
        <translation>Desequilibrio</translation>
    </message>
    <message>
        <source>Ratio, %</source>
        <translation>Ratio, %</translation>
    </message>
    <message>
        <source>Least size</source>
        <translation>Tamaño mínimo</translation>
    </message>
    <message>
        <source>Stacked rows</source>
        <translation>Filas apiladas</translation>
    </message>
</context>
<context>
    <name>qob::FramePlate</name>
    <message>
        <source>Frame costs</source>
        <translation>Coste por fotograma</translation>
    </message>
    <message>
        <source>%1 fps, frame p50 %2, p99 %3</source>
        <translation>%1 fps, fotograma p50 %2, p99 %3</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>fotogr.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>media</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>máximo</translation>
    </message>
</context>
<context>
    <name>qob::HeaderBar</name>
    <message>
        <source>Header</source>
        <translation>Cabecera</translation>
    </message>
    <message>
        <source>Choose a market (Ctrl+M)</source>
        <translation>Elegir un mercado (Ctrl+M)</translation>
    </message>
    <message>
        <source>Last trade</source>
        <translation>Última operación</translation>
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
        <translation>Cancelar todo</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>No market yet</source>
        <translation>Aún sin mercado</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>Operativa activa</translation>
    </message>
    <message>
        <source>No order can leave. Click to unlock trading (Ctrl+L)</source>
        <translation>Ninguna orden puede salir. Clic para desbloquear (Ctrl+L)</translation>
    </message>
    <message>
        <source>Clicks send orders. Lock (Ctrl+L)</source>
        <translation>Los clics envían órdenes. Bloquear (Ctrl+L)</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading; Esc cancels only</source>
        <translation>Cancela al instante todas las órdenes abiertas y bloquea el trading; Esc solo cancela</translation>
    </message>
</context>
<context>
    <name>qob::HeatMap</name>
    <message>
        <source>Heat map</source>
        <translation>Mapa de calor</translation>
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
        <translation>Mostrar %1 de historial y seguirlo</translation>
    </message>
    <message>
        <source>Colours, contrast and sizes</source>
        <translation>Colores, contraste y tamaños</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>sin datos</translation>
    </message>
    <message>
        <source> · first in queue</source>
        <translation> · primero en la cola</translation>
    </message>
    <message>
        <source> · %1 ahead</source>
        <translation> · %1 delante</translation>
    </message>
    <message>
        <source> · ≈ %1 ahead</source>
        <translation> · ≈ %1 delante</translation>
    </message>
    <message>
        <source>Heat map settings…</source>
        <translation>Ajustes del mapa de calor…</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Paleta</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Clásica</translation>
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
        <translation>Apta para daltónicos</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>El color muestra</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>Tamaño en reposo</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>Tamaño en reposo, más claro con la edad</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>Añadido, retirado, ejecutado</translation>
    </message>
    <message>
        <source>Lock contrast</source>
        <translation>Fijar el contraste</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Más oscuro</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Más claro</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
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
        <translation>Filas de precio</translation>
    </message>
    <message>
        <source>Trade bubbles</source>
        <translation>Burbujas de operaciones</translation>
    </message>
    <message>
        <source>Best bid and ask lines</source>
        <translation>Líneas del mejor bid y ask</translation>
    </message>
    <message>
        <source>Last price line</source>
        <translation>Línea del último precio</translation>
    </message>
    <message>
        <source>Session VWAP</source>
        <translation>VWAP de la sesión</translation>
    </message>
    <message>
        <source>Cumulative volume delta</source>
        <translation>Delta de volumen acumulado</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Perfil de volumen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Of what is shown</source>
        <translation>De lo que se ve</translation>
    </message>
    <message>
        <source>Of the whole history held</source>
        <translation>De todo el historial</translation>
    </message>
    <message>
        <source>Naked points of control (15 min)</source>
        <translation>Puntos de control vírgenes (15 min)</translation>
    </message>
    <message>
        <source>Large lots</source>
        <translation>Lotes grandes</translation>
    </message>
    <message>
        <source>Back to the market</source>
        <translation>Volver al mercado</translation>
    </message>
    <message>
        <source>Centre the price</source>
        <translation>Centrar el precio</translation>
    </message>
    <message>
        <source>Follow the price</source>
        <translation>Seguir el precio</translation>
    </message>
    <message>
        <source>Zoom in on price</source>
        <translation>Ampliar el precio</translation>
    </message>
    <message>
        <source>Zoom out of price</source>
        <translation>Reducir el precio</translation>
    </message>
    <message>
        <source>Zoom in on time</source>
        <translation>Ampliar el tiempo</translation>
    </message>
    <message>
        <source>Zoom out of time</source>
        <translation>Reducir el tiempo</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Tiempo visible</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuto</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutos</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 minutos</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>Esperando un mercado</translation>
    </message>
    <message>
        <source>Waiting for history</source>
        <translation>Esperando el historial</translation>
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
        <translation>Valores por defecto</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Clásica</translation>
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
        <translation>Apta para daltónicos</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>Tamaño en reposo</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>Tamaño en reposo, más claro con la edad</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>Añadido, retirado, ejecutado</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Paleta</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>El color muestra</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Lower shows more of the small sizes</source>
        <translation>Más bajo muestra más de los tamaños pequeños</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Brillo</translation>
    </message>
    <message>
        <source>J darker, K brighter</source>
        <translation>J más oscuro, K más claro</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Percent of the largest</source>
        <translation>Porcentaje del mayor</translation>
    </message>
    <message>
        <source>Exact size</source>
        <translation>Tamaño exacto</translation>
    </message>
    <message>
        <source>Cutoffs in</source>
        <translation>Cortes en</translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation>Ocultar bajo</translation>
    </message>
    <message>
        <source>Smaller sizes are not shown</source>
        <translation>Los tamaños menores no se muestran</translation>
    </message>
    <message>
        <source>Full colour from</source>
        <translation>Color pleno desde</translation>
    </message>
    <message>
        <source>This size and larger ones look alike</source>
        <translation>Desde este tamaño todos se ven igual</translation>
    </message>
    <message>
        <source>Lock at what is largest now</source>
        <translation>Fijar en el mayor de ahora</translation>
    </message>
    <message>
        <source>Colours stay comparable while the map moves</source>
        <translation>Los colores siguen siendo comparables mientras el mapa avanza</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Prices that are added up in one row</source>
        <translation>Precios que se suman en una fila</translation>
    </message>
    <message>
        <source>Ticks a row</source>
        <translation>Ticks por fila</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Operaciones</translation>
    </message>
    <message>
        <source>Smallest bubble</source>
        <translation>Burbuja mínima</translation>
    </message>
    <message>
        <source>Smaller trades get no bubble</source>
        <translation>Las operaciones menores no llevan burbuja</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Trades this near each other are one bubble at their average price</source>
        <translation>Las operaciones así de próximas forman una burbuja a su precio medio</translation>
    </message>
    <message>
        <source>Gather over</source>
        <translation>Agrupar en</translation>
    </message>
    <message>
        <source>Large lot from</source>
        <translation>Lote grande desde</translation>
    </message>
    <message>
        <source>What the marks of large lots and icebergs show</source>
        <translation>Qué muestran las marcas de lotes grandes e icebergs</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>los mayores</translation>
    </message>
</context>
<context>
    <name>qob::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>qob::IndicatorMenu</name>
    <message>
        <source>Standard deviations</source>
        <translation>Desviaciones típicas</translation>
    </message>
    <message>
        <source>Fast period</source>
        <translation>Periodo rápido</translation>
    </message>
    <message>
        <source>Slow period</source>
        <translation>Periodo lento</translation>
    </message>
    <message>
        <source>Signal period</source>
        <translation>Periodo de señal</translation>
    </message>
    <message>
        <source>Period, in candles</source>
        <translation>Periodo, en velas</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicadores</translation>
    </message>
    <message>
        <source>One more of these</source>
        <translation>Uno más de estos</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>diario</translation>
    </message>
    <message>
        <source>Begins anew at 00:00 UTC</source>
        <translation>Empieza de nuevo a las 00:00 UTC</translation>
    </message>
</context>
<context>
    <name>qob::InstrumentsModel</name>
    <message>
        <source>Symbol</source>
        <translation>Símbolo</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Último</translation>
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
        <translation>Negociado</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
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
        <translation>%1 d</translation>
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
        <translation>Velas de %1</translation>
    </message>
    <message>
        <source>All intervals</source>
        <translation>Todos los intervalos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>qob::Ladder</name>
    <message>
        <source>Price ladder</source>
        <translation>Ladder de precios</translation>
    </message>
    <message>
        <source>%1 %2 at %3
%4 left, %5 filled
%6 ahead in the queue
%7
Drag to re-price, x to cancel</source>
        <translation>%1 %2 a %3
%4 restante, %5 ejecutado
%6 delante en la cola
%7
Arrastrar cambia el precio, x cancela</translation>
    </message>
    <message>
        <source>Centre on the market</source>
        <translation>Centrar en el mercado</translation>
    </message>
    <message>
        <source>Keep the market in the middle</source>
        <translation>Mantener el mercado en el centro</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Quick quantity %1</source>
        <translation>Cantidad rápida %1</translation>
    </message>
    <message>
        <source>The default columns</source>
        <translation>Columnas por defecto</translation>
    </message>
    <message>
        <source>Buys</source>
        <translation>Compras</translation>
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
        <translation>Vend.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Compr.</translation>
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
        <translation>Ventas</translation>
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
        <translation>Sus órdenes de compra, con el tamaño que tienen delante en la cola</translation>
    </message>
    <message>
        <source>Size bid; a click buys there</source>
        <translation>Tamaño en el bid; un clic compra ahí</translation>
    </message>
    <message>
        <source>Size added to the bids (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>Tamaño añadido a los bids (apilado) o quitado (retirado) en los últimos diez segundos, sin contar operaciones</translation>
    </message>
    <message>
        <source>Sold into the bids here in the last half minute</source>
        <translation>Vendido aquí contra los bids en el último medio minuto</translation>
    </message>
    <message>
        <source>Bought from the asks here in the last half minute</source>
        <translation>Comprado aquí de los asks en el último medio minuto</translation>
    </message>
    <message>
        <source>Size added to the asks (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>Tamaño añadido a los asks (apilado) o quitado (retirado) en los últimos diez segundos, sin contar operaciones</translation>
    </message>
    <message>
        <source>Size offered; a click sells there</source>
        <translation>Tamaño en el ask; un clic vende ahí</translation>
    </message>
    <message>
        <source>Your sell orders, with the size ahead of them in the queue</source>
        <translation>Sus órdenes de venta, con el tamaño que tienen delante en la cola</translation>
    </message>
    <message>
        <source>Traded here since the market is shown</source>
        <translation>Negociado aquí desde que se muestra el mercado</translation>
    </message>
    <message>
        <source>Bought less sold here since the market is shown</source>
        <translation>Comprado menos vendido desde que se muestra el mercado</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>A click orders %1</source>
        <translation>Un clic ordena %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>fila %1</translation>
    </message>
    <message>
        <source>Draw a level at %1</source>
        <translation>Dibujar un nivel en %1</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>Alerta al cruzar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Higher price rows</source>
        <translation>Filas de precio más altas</translation>
    </message>
    <message>
        <source>Lower price rows</source>
        <translation>Filas de precio más bajas</translation>
    </message>
</context>
<context>
    <name>qob::LiveDialog</name>
    <message>
        <source>Live markets</source>
        <translation>Mercados en vivo</translation>
    </message>
    <message>
        <source>Public feeds: no account is needed. Tick the venues and write the symbols as each venue does, with spaces between. Orders are paper.</source>
        <translation>Feeds públicos: no hace falta cuenta. Marque los exchanges y escriba los símbolos como los escribe cada uno, separados por espacios. Las órdenes son simuladas.</translation>
    </message>
    <message>
        <source>Find a venue</source>
        <translation>Buscar un exchange</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Símbolos</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Productos</translation>
    </message>
    <message>
        <source>Its rules are</source>
        <translation>Sus reglas están</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Exchanges</translation>
    </message>
    <message>
        <source>proven on recordings</source>
        <translation>probadas con grabaciones</translation>
    </message>
    <message>
        <source>as documented</source>
        <translation>según documentación</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s)</source>
        <translation>
            <numerusform>%n libro</numerusform>
            <numerusform>%n libros</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Filtrar las filas</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avisos y errores</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>How bad it has to be</source>
        <translation>Gravedad mínima</translation>
    </message>
</context>
<context>
    <name>qob::MainWindow</name>
    <message>
        <source>The workspace %1 cannot be read: %2</source>
        <translation>No se puede leer el espacio %1: %2</translation>
    </message>
    <message>
        <source>This version has no panel %1: left out</source>
        <translation>Esta versión no tiene el panel %1: omitido</translation>
    </message>
    <message>
        <source>The picture is in the clipboard; save it too?</source>
        <translation>La imagen está en el portapapeles; ¿guardarla también?</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Imágenes (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1</source>
        <translation>La imagen está en %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>No se puede escribir %1</translation>
    </message>
    <message>
        <source>Nothing was imported: %1</source>
        <translation>No se importó nada: %1</translation>
    </message>
    <message>
        <source>The workspace %1 is here already and was opened as you left it</source>
        <translation>El espacio de trabajo %1 ya está aquí y se abrió tal como lo dejó</translation>
    </message>
</context>
<context>
    <name>qob::MarketBadge</name>
    <message>
        <source>A simulated market: every order is paper</source>
        <translation>Un mercado simulado: toda orden es paper</translation>
    </message>
    <message>
        <source>A recording is played: every order is paper</source>
        <translation>Se reproduce una grabación: toda orden es paper</translation>
    </message>
    <message>
        <source>A live market; orders are paper</source>
        <translation>Un mercado en vivo; las órdenes son paper</translation>
    </message>
</context>
<context>
    <name>qob::MarketList</name>
    <message>
        <source>Symbol or venue</source>
        <translation>Símbolo o exchange</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>Filtrar mercados</translation>
    </message>
    <message>
        <source>Markets</source>
        <translation>Mercados</translation>
    </message>
</context>
<context>
    <name>qob::NoticesModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
</context>
<context>
    <name>qob::OrderEntry</name>
    <message>
        <source>Trading is locked: nothing was sent. Unlock with the padlock or Ctrl+L.</source>
        <translation>La operativa está bloqueada: no se envió nada. Desbloquee con el candado o Ctrl+L.</translation>
    </message>
    <message>
        <source>The engine is busy: nothing was sent. Try again.</source>
        <translation>El motor está ocupado: no se envió nada. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The session is closed: nothing was sent.</source>
        <translation>La sesión está cerrada: no se envió nada.</translation>
    </message>
    <message>
        <source>No market is shown: nothing was sent.</source>
        <translation>No se muestra ningún mercado: no se envió nada.</translation>
    </message>
    <message>
        <source>%1: nothing was sent.</source>
        <translation>%1: no se envió nada.</translation>
    </message>
    <message>
        <source>The quantity must be between %1 and %2: nothing was sent.</source>
        <translation>La cantidad debe estar entre %1 y %2: no se envió nada.</translation>
    </message>
    <message>
        <source>The price must be a positive multiple of %1: nothing was sent.</source>
        <translation>El precio debe ser un múltiplo positivo de %1: no se envió nada.</translation>
    </message>
    <message>
        <source>The order is no longer working: nothing was sent.</source>
        <translation>La orden ya no está activa: no se envió nada.</translation>
    </message>
    <message>
        <source>The order is being changed already: nothing was sent.</source>
        <translation>La orden ya se está modificando: no se envió nada.</translation>
    </message>
    <message>
        <source>There is a question to answer first: nothing was sent.</source>
        <translation>Primero hay una pregunta por responder: no se envió nada.</translation>
    </message>
    <message>
        <source>Orders are cancelled; trading is locked: no position was closed.</source>
        <translation>Las órdenes se cancelan; el trading está bloqueado: no se cerró ninguna posición.</translation>
    </message>
    <message>
        <source>Some orders still work after five seconds: no position was closed.</source>
        <translation>Tras cinco segundos aún hay órdenes activas: no se cerró ninguna posición.</translation>
    </message>
    <message>
        <source>The market is no longer shown: nothing was sent.</source>
        <translation>El mercado ya no se muestra: no se envió nada.</translation>
    </message>
    <message>
        <source>The position is being closed already: nothing was sent.</source>
        <translation>La posición ya se está cerrando: no se envió nada.</translation>
    </message>
    <message>
        <source>The position is another one by now: nothing was sent.</source>
        <translation>La posición ya es otra: no se envió nada.</translation>
    </message>
</context>
<context>
    <name>qob::OrderQuestion</name>
    <message>
        <source>Send it?</source>
        <translation>¿Enviarla?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>No enviar</translation>
    </message>
</context>
<context>
    <name>qob::OrderTicket</name>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Mercado</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>Stop límite</translation>
    </message>
    <message>
        <source>Trailing stop</source>
        <translation>Trailing stop</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>Mercado a límite</translation>
    </message>
    <message>
        <source>Pegged to the middle</source>
        <translation>Pegged al medio</translation>
    </message>
    <message>
        <source>Pegged to the best price</source>
        <translation>Pegged al mejor precio</translation>
    </message>
    <message>
        <source>There is no price to measure the bracket from</source>
        <translation>No hay un precio desde el que medir el bracket</translation>
    </message>
    <message>
        <source>Limit or stop (OCO)</source>
        <translation>Límite o stop (OCO)</translation>
    </message>
    <message>
        <source>Until when the order is good is missing</source>
        <translation>Falta hasta cuándo vale la orden</translation>
    </message>
</context>
<context>
    <name>qob::OrdersModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Mercado</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Lado</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Cant.</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Ejecutada</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>Delante</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Answered (s)</source>
        <translation>Respuesta (s)</translation>
    </message>
    <message>
        <source>Age (s)</source>
        <translation>Edad (s)</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Confirmada</translation>
    </message>
</context>
<context>
    <name>qob::PanelDock</name>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Link group: panels of one colour show the same instrument</source>
        <translation>Grupo vinculado: los paneles de un color muestran el mismo instrumento</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>Menú del panel</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Cerrar el panel</translation>
    </message>
    <message>
        <source>Back into the window</source>
        <translation>Volver a la ventana</translation>
    </message>
    <message>
        <source>Into a window of its own</source>
        <translation>A una ventana propia</translation>
    </message>
    <message>
        <source>Link group</source>
        <translation>Grupo vinculado</translation>
    </message>
    <message>
        <source>Picture of the panel…</source>
        <translation>Imagen del panel…</translation>
    </message>
    <message>
        <source>Help for this panel</source>
        <translation>Ayuda de este panel</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading</source>
        <translation>Cancela al instante todas las órdenes abiertas y bloquea el trading</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Cancelar todo</translation>
    </message>
</context>
<context>
    <name>qob::PerformancePanel</name>
    <message>
        <source>Settle asset</source>
        <translation>Activo de liquidación</translation>
    </message>
    <message>
        <source>By market</source>
        <translation>Por mercado</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>Por hora</translation>
    </message>
</context>
<context>
    <name>qob::PositionsModel</name>
    <message>
        <source>Market</source>
        <translation>Mercado</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Neto</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Unrealised</source>
        <translation>No realizado</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>Realizado</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Comisiones</translation>
    </message>
</context>
<context>
    <name>qob::PriceChart</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Sin datos</translation>
    </message>
    <message>
        <source>O</source>
        <translation>A</translation>
    </message>
    <message>
        <source>H</source>
        <translation>Máx</translation>
    </message>
    <message>
        <source>L</source>
        <translation>Mín</translation>
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
        <translation>incompleta</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>Esperando un mercado</translation>
    </message>
    <message>
        <source>Waiting for the first trade</source>
        <translation>Esperando la primera operación</translation>
    </message>
</context>
<context>
    <name>qob::ProfileChart</name>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Visible</translation>
    </message>
    <message>
        <source>Fixed range</source>
        <translation>Rango fijo</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Perfil de volumen</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>Aún sin volumen por precio</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>Volumen por precio desde %1</translation>
    </message>
    <message>
        <source>%1, prices rough before %2</source>
        <translation>%1, precios aproximados antes de %2</translation>
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
        <translation>Mantenga Mayús y arrastre sobre un rango</translation>
    </message>
    <message>
        <source>naked POC %1</source>
        <translation>POC virgen %1</translation>
    </message>
</context>
<context>
    <name>qob::ProfilePanel</name>
    <message>
        <source>How long a session is</source>
        <translation>Cuánto dura una sesión</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>Ticks por fila</translation>
    </message>
    <message>
        <source>As many as can be seen</source>
        <translation>Cuantos se puedan ver</translation>
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
        <translation>Filas: auto</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Filas: %1</translation>
    </message>
</context>
<context>
    <name>qob::RemoteLink</name>
    <message>
        <source>The connection was lost before the server confirmed to cancel all: look at what still works</source>
        <translation>Se perdió la conexión antes de que el servidor confirmara cancelar todo: mire qué sigue activo</translation>
    </message>
    <message>
        <source>The connection was lost before the server confirmed what the market was told to do</source>
        <translation>Se perdió la conexión antes de que el servidor confirmara lo que se pidió al mercado</translation>
    </message>
    <message>
        <source>Connected with %1 again after %2 s</source>
        <translation>De nuevo conectado con %1 tras %2 s</translation>
    </message>
    <message>
        <source>The connection was lost: %1</source>
        <translation>Se perdió la conexión: %1</translation>
    </message>
</context>
<context>
    <name>qob::ReplayBar</name>
    <message>
        <source>Replay bar</source>
        <translation>Barra de replay</translation>
    </message>
    <message>
        <source>Play or pause (Ctrl+Space)</source>
        <translation>Reproducir o pausar (Ctrl+Espacio)</translation>
    </message>
    <message>
        <source>One step: the next event (Ctrl+.)</source>
        <translation>Un paso: el siguiente evento (Ctrl+.)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Market time, UTC</source>
        <translation>Hora del mercado, UTC</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Posición en la grabación</translation>
    </message>
    <message>
        <source>jump to 14:03:00</source>
        <translation>ir a 14:03:00</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>Ir a una hora</translation>
    </message>
    <message>
        <source>Expected 14:03, 14:03:27 or 2026-07-14 14:03:27 (UTC)</source>
        <translation>Se esperaba 14:03, 14:03:27 o 2026-07-14 14:03:27 (UTC)</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>La grabación ha terminado</translation>
    </message>
    <message numerus="yes">
        <source>Rolling the history of %n more market(s)</source>
        <translation>
            <numerusform>Cargando el historial de %n mercado más</numerusform>
            <numerusform>Cargando el historial de %n mercados más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::ReplayControl</name>
    <message>
        <source>max</source>
        <translation>máx.</translation>
    </message>
    <message>
        <source>The engine is busy. Try again.</source>
        <translation>El motor está ocupado. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The session is closed.</source>
        <translation>La sesión está cerrada.</translation>
    </message>
    <message>
        <source>This market cannot be moved in time.</source>
        <translation>Este mercado no se puede mover en el tiempo.</translation>
    </message>
</context>
<context>
    <name>qob::Settings</name>
    <message>
        <source>The settings cannot be read and are the default ones now: %1; kept as %2</source>
        <translation>No se pueden leer los ajustes; ahora valen los predeterminados: %1; guardados como %2</translation>
    </message>
    <message>
        <source>The settings cannot be saved: %1: %2</source>
        <translation>No se pueden guardar los ajustes: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::SettingsDialog</name>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>For colour-blind eyes</source>
        <translation>Para daltónicos</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Tamaño de todo</translation>
    </message>
    <message>
        <source>A new size takes effect when the terminal is started again.</source>
        <translation>El nuevo tamaño vale cuando el terminal se inicie de nuevo.</translation>
    </message>
    <message>
        <source>Trade with single keys, on the panel under the mouse</source>
        <translation>Operar con teclas sueltas, en el panel bajo el ratón</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>The default keys</source>
        <translation>Teclas por defecto</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Trading</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Ask before an order worth more than</source>
        <translation>Preguntar antes de una orden que valga más de</translation>
    </message>
    <message>
        <source>Ask before a price beyond the market by</source>
        <translation>Preguntar si el precio sobrepasa el mercado en</translation>
    </message>
    <message>
        <source>Ask before everything is cancelled and closed</source>
        <translation>Preguntar antes de cancelar y cerrar todo</translation>
    </message>
    <message>
        <source>Worth is in the quote currency. Cancelling orders is never asked about.</source>
        <translation>El valor es en la divisa cotizada. Nunca se pregunta antes de cancelar órdenes.</translation>
    </message>
</context>
<context>
    <name>qob::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>REC %L1 MB</source>
        <translation>REC %L1 MB</translation>
    </message>
    <message>
        <source>%1 fps   frame p50 %2   p99 %3</source>
        <translation>%1 fps   fotograma p50 %2   p99 %3</translation>
    </message>
    <message>
        <source>No feed yet</source>
        <translation>Aún sin feed</translation>
    </message>
    <message>
        <source>Feed latency above the best one seen. The recorder&apos;s clock is behind the venue&apos;s by %1 or more.</source>
        <translation>Latencia del feed por encima de la mejor vista. El reloj de la grabadora va %1 o más por detrás del del exchange.</translation>
    </message>
    <message>
        <source>Feed latency: from the venue&apos;s own time stamp to here</source>
        <translation>Latencia del feed: desde la marca de tiempo del exchange hasta aquí</translation>
    </message>
    <message>
        <source>%L1 messages   %L2 gaps</source>
        <translation>%L1 mensajes   %L2 huecos</translation>
    </message>
    <message>
        <source>latency %1</source>
        <translation>latencia %1</translation>
    </message>
    <message>
        <source>Trading locked</source>
        <translation>Operativa bloqueada</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>Operativa activa</translation>
    </message>
    <message>
        <source>A frame&apos;s time: bringing the panels up to date and painting them</source>
        <translation>El tiempo de un fotograma: actualizar los paneles y dibujarlos</translation>
    </message>
    <message>
        <source>%1   round trip %2</source>
        <translation>%1   ida y vuelta %2</translation>
    </message>
    <message>
        <source>%1 not connected, trying again</source>
        <translation>%1 sin conexión, reintentando</translation>
    </message>
    <message>
        <source>%1 disconnected</source>
        <translation>%1 desconectado</translation>
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
        <translation>Sumar lo que un agresor toma a un precio</translation>
    </message>
    <message>
        <source>Leave out small trades</source>
        <translation>Omitir operaciones pequeñas</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>Menos de %1</translation>
    </message>
    <message>
        <source>%1 not shown</source>
        <translation>%1 sin mostrar</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>%1 newer above</source>
        <translation>%1 más nuevas arriba</translation>
    </message>
</context>
<context>
    <name>qob::Terminal</name>
    <message>
        <source>The screenshot could not be written to %1</source>
        <translation>No se pudo escribir la captura en %1</translation>
    </message>
    <message>
        <source>There is no panel &apos;%1&apos;; there are: %2</source>
        <translation>No existe el panel &apos;%1&apos;; existen: %2</translation>
    </message>
    <message>
        <source>There is no workspace &apos;%1&apos;; there are: %2</source>
        <translation>No existe el espacio &apos;%1&apos;; existen: %2</translation>
    </message>
    <message>
        <source>Opening the market…</source>
        <translation>Abriendo el mercado…</translation>
    </message>
    <message>
        <source>Still on %1. %2</source>
        <translation>Se sigue en %1. %2</translation>
    </message>
    <message>
        <source>Replay recordings</source>
        <translation>Reproducir grabaciones</translation>
    </message>
    <message>
        <source>Recordings (*.qh *.gz *.xz *.jsonl *.log);;All files (*)</source>
        <translation>Grabaciones (*.qh *.gz *.xz *.jsonl *.log);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Another terminal has these settings open: what you change in this one is not kept</source>
        <translation>Otro terminal tiene abiertos estos ajustes: lo que cambie en este no se guarda</translation>
    </message>
    <message>
        <source>No market &apos;%1&apos; is known; another one is shown</source>
        <translation>No se conoce el mercado &apos;%1&apos;; se muestra otro</translation>
    </message>
</context>
<context>
    <name>qob::Ticket</name>
    <message>
        <source>Order ticket</source>
        <translation>Ticket de orden</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>Tipo de orden</translation>
    </message>
    <message>
        <source>Time in force</source>
        <translation>Vigencia</translation>
    </message>
    <message>
        <source>Good till cancelled: stays in the book</source>
        <translation>Good till cancelled: queda en el libro</translation>
    </message>
    <message>
        <source>Until the end of the trading day</source>
        <translation>Hasta el fin de la jornada</translation>
    </message>
    <message>
        <source>Immediate or cancel: what does not fill at once goes</source>
        <translation>Immediate or cancel: lo que no se ejecuta al momento se cancela</translation>
    </message>
    <message>
        <source>Fill or kill: all at once or nothing</source>
        <translation>Fill or kill: todo de una vez o nada</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Stop en</translation>
    </message>
    <message>
        <source>Trails by</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Cant.</translation>
    </message>
    <message>
        <source>What the size is counted in</source>
        <translation>En qué se cuenta el tamaño</translation>
    </message>
    <message>
        <source>Size by quantity, by worth, or by what is lost when the stop loss is hit</source>
        <translation>Tamaño por cantidad, por valor o por lo que se pierde en el stop loss</translation>
    </message>
    <message>
        <source>Bracket, iceberg, conditions</source>
        <translation>Bracket, iceberg, condiciones</translation>
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
        <translation>Muestra solo</translation>
    </message>
    <message>
        <source>Post only</source>
        <translation>Post only</translation>
    </message>
    <message>
        <source>Refused when it would take</source>
        <translation>Rechazada si fuera a tomar</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Reducir</translation>
    </message>
    <message>
        <source>Never more than closes the position</source>
        <translation>Nunca más de lo que cierra la posición</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculta</translation>
    </message>
    <message>
        <source>Not shown in the book</source>
        <translation>No se ve en el libro</translation>
    </message>
    <message>
        <source>Notional</source>
        <translation>Nocional</translation>
    </message>
    <message>
        <source>Free to buy</source>
        <translation>Libre p. compra</translation>
    </message>
    <message>
        <source>Free to sell</source>
        <translation>Libre p. venta</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Compra</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Venta</translation>
    </message>
    <message>
        <source>Trading is locked. Unlock with the padlock or Ctrl+L.</source>
        <translation>La operativa está bloqueada. Desbloquee con el candado o Ctrl+L.</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>contratos</translation>
    </message>
    <message>
        <source>%1 risk</source>
        <translation>riesgo %1</translation>
    </message>
    <message>
        <source>book too thin</source>
        <translation>libro muy fino</translation>
    </message>
    <message>
        <source>%L1 bps</source>
        <translation>%L1 pb</translation>
    </message>
    <message>
        <source>Fee, impact</source>
        <translation>Comisión, impacto</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Margen</translation>
    </message>
    <message>
        <source>What is put aside until the order is done</source>
        <translation>Lo que se reserva hasta que la orden termina</translation>
    </message>
    <message>
        <source>Good till a time, which is asked for</source>
        <translation>Válida hasta una hora, que se pide</translation>
    </message>
    <message>
        <source>Trails in steps of</source>
        <translation>Sigue en pasos de</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Slide</translation>
    </message>
    <message>
        <source>Post only: moved to where it does not take</source>
        <translation>Post only: se mueve adonde no toma</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>Todo o nada</translation>
    </message>
    <message>
        <source>Fills whole or not at all</source>
        <translation>Se ejecuta entera o nada</translation>
    </message>
    <message>
        <source>With connection</source>
        <translation>Con conexión</translation>
    </message>
    <message>
        <source>Cancelled when the connection with the server is lost</source>
        <translation>Se cancela si se pierde la conexión con el servidor</translation>
    </message>
    <message>
        <source>Against own orders</source>
        <translation>Contra órdenes propias</translation>
    </message>
    <message>
        <source>Where it would trade with another order of this account</source>
        <translation>Si fuera a ejecutarse con otra orden de esta cuenta</translation>
    </message>
    <message>
        <source>Own orders: trade</source>
        <translation>Órdenes propias: ejecutar</translation>
    </message>
    <message>
        <source>Own orders: cancel this one</source>
        <translation>Órdenes propias: cancelar esta</translation>
    </message>
    <message>
        <source>Own orders: cancel the older</source>
        <translation>Órdenes propias: cancelar la anterior</translation>
    </message>
    <message>
        <source>Own orders: cancel both</source>
        <translation>Órdenes propias: cancelar ambas</translation>
    </message>
    <message>
        <source>Own orders: less of both</source>
        <translation>Órdenes propias: reducir ambas</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>expected a time to come, as 14:03 or %1</source>
        <translation>se espera una hora futura, como 14:03 o %1</translation>
    </message>
    <message>
        <source>Away from it by</source>
        <translation>Distancia</translation>
    </message>
</context>
<context>
    <name>qob::Tour</name>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>This is the market you look at. Click it, or just type the first letters of another one.</source>
        <translation>Este es el mercado que ve. Haga clic o escriba las primeras letras de otro.</translation>
    </message>
    <message>
        <source>Trading is locked at every start. Unlock it here; “Cancel all” beside it works at any time.</source>
        <translation>La operativa está bloqueada en cada inicio. Desbloquéela aquí; «Cancelar todo», al lado, funciona siempre.</translation>
    </message>
    <message>
        <source>A click in the bid column buys there, in the ask column it sells. Drag an order to move it.</source>
        <translation>Un clic en la columna bid compra ahí; en la columna ask, vende. Arrastre una orden para moverla.</translation>
    </message>
    <message>
        <source>Ctrl+K finds everything: commands, panels, workspaces, markets. Panels can be moved, tabbed and popped out by their titles. F1 explains the panel you are in.</source>
        <translation>Ctrl+K lo encuentra todo: comandos, paneles, espacios, mercados. Los paneles se mueven, se agrupan en pestañas y se sacan por su título. F1 explica el panel en que está.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Next (%1 of %2)</source>
        <translation>Siguiente (%1 de %2)</translation>
    </message>
</context>
<context>
    <name>qob::VenuesModel</name>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 de %2 en vivo</translation>
    </message>
    <message>
        <source>%1 of %2 live, %3 stale</source>
        <translation>%1 de %2 en vivo, %3 obsoletos</translation>
    </message>
    <message>
        <source>%1 bad of %2</source>
        <translation>%1 malas de %2</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Libros</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latencia</translation>
    </message>
    <message>
        <source>Two minutes</source>
        <translation>Dos minutos</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>Mensajes/s</translation>
    </message>
    <message>
        <source>Trades/s</source>
        <translation>Operac./s</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Huecos</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>Sumas de control</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Última señal</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Reconexiones</translation>
    </message>
    <message>
        <source>Live books</source>
        <translation>Libros en vivo</translation>
    </message>
    <message>
        <source>Latency (s)</source>
        <translation>Latencia (s)</translation>
    </message>
    <message>
        <source>Bad checksums</source>
        <translation>Sumas de control erróneas</translation>
    </message>
</context>
<context>
    <name>qob::VenuesPanel</name>
    <message>
        <source>Venues</source>
        <translation>Exchanges</translation>
    </message>
</context>
<context>
    <name>qob::Watchlist</name>
    <message>
        <source>Symbol or venue</source>
        <translation>Símbolo o exchange</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>Filtrar mercados</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>Solo los que tienen estrella</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Star, or no star</source>
        <translation>Estrella, sí o no</translation>
    </message>
</context>
<context>
    <name>qob::WindowActions</name>
    <message>
        <source>Find a command…</source>
        <translation>Buscar un comando…</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Mercado</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Operativa</translation>
    </message>
    <message>
        <source>Replay and recording</source>
        <translation>Replay y grabación</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>Añadir un panel</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Espacios de trabajo</translation>
    </message>
    <message>
        <source>Choose a market</source>
        <translation>Elegir un mercado</translation>
    </message>
    <message>
        <source>Simulated market</source>
        <translation>Mercado simulado</translation>
    </message>
    <message>
        <source>Live markets…</source>
        <translation>Mercados en vivo…</translation>
    </message>
    <message>
        <source>Replay recordings…</source>
        <translation>Reproducir grabaciones…</translation>
    </message>
    <message>
        <source>Lock or unlock trading</source>
        <translation>Bloquear o desbloquear la operativa</translation>
    </message>
    <message>
        <source>Cancel all orders</source>
        <translation>Cancelar todas las órdenes</translation>
    </message>
    <message>
        <source>Trade with single keys</source>
        <translation>Operar con teclas sueltas</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Reproducir o pausar</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Un paso</translation>
    </message>
    <message>
        <source>Record or stop recording</source>
        <translation>Grabar o detener la grabación</translation>
    </message>
    <message>
        <source>Add a panel: %1</source>
        <translation>Añadir un panel: %1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Restore the default of this workspace</source>
        <translation>Restaurar este espacio a su estado original</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exportar a un archivo…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Importar de un archivo…</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Espacio de trabajo: %1</translation>
    </message>
    <message>
        <source>Picture of the window…</source>
        <translation>Imagen de la ventana…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Active panel into a window of its own, or back</source>
        <translation>Panel activo a una ventana propia, o de vuelta</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>What panels cost a frame</source>
        <translation>Qué cuestan los paneles por fotograma</translation>
    </message>
    <message>
        <source>Help for the active panel</source>
        <translation>Ayuda del panel activo</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>Guardar el espacio de trabajo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Export the workspace</source>
        <translation>Exportar el espacio de trabajo</translation>
    </message>
    <message>
        <source>Workspaces (*.json)</source>
        <translation>Espacios de trabajo (*.json)</translation>
    </message>
    <message>
        <source>The workspace is in %1</source>
        <translation>El espacio de trabajo está en %1</translation>
    </message>
    <message>
        <source>Import a workspace</source>
        <translation>Importar un espacio de trabajo</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>Conectar con un servidor…</translation>
    </message>
    <message>
        <source>There is a workspace %1. Replace it, with its drawings?</source>
        <translation>Ya hay un espacio de trabajo %1. ¿Reemplazarlo, con sus dibujos?</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Velocidad: %1</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>Ir a una hora</translation>
    </message>
    <message>
        <source>This market has no times to jump to</source>
        <translation>Este mercado no tiene horas a las que saltar</translation>
    </message>
</context>
</TS>

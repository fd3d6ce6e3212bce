<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Alert</name>
    <message>
        <source>Price at or above</source>
        <translation>Preço igual ou acima de</translation>
    </message>
    <message>
        <source>Price at or below</source>
        <translation>Preço igual ou abaixo de</translation>
    </message>
    <message>
        <source>Price crosses</source>
        <translation>Preço cruza</translation>
    </message>
    <message>
        <source>Spread above (bps)</source>
        <translation>Spread acima de (bps)</translation>
    </message>
    <message>
        <source>Volume burst of</source>
        <translation>Pico de volume de</translation>
    </message>
    <message>
        <source>Book imbalance above (%)</source>
        <translation>Desequilíbrio do book acima de (%)</translation>
    </message>
    <message>
        <source>Price range above (bps)</source>
        <translation>Amplitude acima de (bps)</translation>
    </message>
    <message>
        <source>Wall added of</source>
        <translation>Parede adicionada de</translation>
    </message>
    <message>
        <source>Wall pulled of</source>
        <translation>Parede retirada de</translation>
    </message>
    <message>
        <source>Feed not live</source>
        <translation>Feed não está ao vivo</translation>
    </message>
    <message>
        <source>%1: %2 in %3 s</source>
        <translation>%1: %2 em %3 s</translation>
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
        <translation>uma amplitude de %L1 bps</translation>
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
        <translation>um bid</translation>
    </message>
    <message>
        <source>an offer</source>
        <translation>um ask</translation>
    </message>
    <message>
        <source>a spread of %L1 bps</source>
        <translation>um spread de %L1 bps</translation>
    </message>
    <message>
        <source>%1 on one side</source>
        <translation>%1 de um lado</translation>
    </message>
    <message>
        <source>%1 entered or left</source>
        <translation>%1: entrada ou saída</translation>
    </message>
    <message>
        <source>%1 crossed</source>
        <translation>%1: cruzamento</translation>
    </message>
    <message>
        <source>Drawing crossed</source>
        <translation>Desenho cruzado</translation>
    </message>
    <message>
        <source>Position larger than</source>
        <translation>Posição maior que</translation>
    </message>
    <message>
        <source>Loss of the position above</source>
        <translation>Perda da posição acima de</translation>
    </message>
    <message>
        <source>Loss of all positions above</source>
        <translation>Perda de todas as posições acima de</translation>
    </message>
    <message>
        <source>a position of %1</source>
        <translation>uma posição de %1</translation>
    </message>
    <message>
        <source>a loss of %1 %2</source>
        <translation>uma perda de %1 %2</translation>
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
        <translation>%1 bps</translation>
    </message>
    <message>
        <source>V %1</source>
        <translation>V %1</translation>
    </message>
    <message>
        <source>Trend line</source>
        <translation>Linha de tendência</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>Raio</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nível</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Retângulo</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Régua</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Laranja</translation>
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
        <translation>Vermelho</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarelo</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>Turquesa</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Cinza</translation>
    </message>
</context>
<context>
    <name>ErrorCode</name>
    <message>
        <source>A number was expected and nothing was found</source>
        <translation>Era esperado um número e não há nada</translation>
    </message>
    <message>
        <source>This is not a decimal number</source>
        <translation>Isto não é um número decimal</translation>
    </message>
    <message>
        <source>The number has more decimals than fit here</source>
        <translation>O número tem casas decimais demais</translation>
    </message>
    <message>
        <source>The number is too large</source>
        <translation>O número é grande demais</translation>
    </message>
    <message>
        <source>The configuration file cannot be read</source>
        <translation>Não foi possível ler o arquivo de configuração</translation>
    </message>
    <message>
        <source>The configuration file is not valid TOML</source>
        <translation>O arquivo de configuração não é TOML válido</translation>
    </message>
    <message>
        <source>There is no such setting</source>
        <translation>Essa configuração não existe</translation>
    </message>
    <message>
        <source>The setting cannot take this value</source>
        <translation>A configuração não aceita esse valor</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Não foi possível ler o arquivo</translation>
    </message>
    <message>
        <source>The file ends too early</source>
        <translation>O arquivo termina cedo demais</translation>
    </message>
    <message>
        <source>The file is in no known capture format</source>
        <translation>O formato de gravação do arquivo é desconhecido</translation>
    </message>
    <message>
        <source>The message is not valid JSON</source>
        <translation>A mensagem não é JSON válido</translation>
    </message>
    <message>
        <source>The message lacks a field it must have</source>
        <translation>Falta um campo obrigatório na mensagem</translation>
    </message>
    <message>
        <source>The frame cannot be unpacked</source>
        <translation>Não foi possível desempacotar o quadro</translation>
    </message>
    <message>
        <source>Messages are missing from the feed</source>
        <translation>Faltam mensagens no feed</translation>
    </message>
    <message>
        <source>No snapshot of the book has been seen yet</source>
        <translation>Nenhum snapshot do book recebido ainda</translation>
    </message>
    <message>
        <source>The book is crossed</source>
        <translation>O book está cruzado</translation>
    </message>
    <message>
        <source>The book&apos;s checksum is not the venue&apos;s</source>
        <translation>A soma de verificação do book não é a da bolsa</translation>
    </message>
    <message>
        <source>This venue is not supported</source>
        <translation>Esta bolsa não é suportada</translation>
    </message>
    <message>
        <source>The instrument&apos;s definition is invalid</source>
        <translation>A definição do instrumento é inválida</translation>
    </message>
    <message>
        <source>The venue lists the instrument as halted, delisted or expired</source>
        <translation>A bolsa lista o instrumento como suspenso, retirado ou vencido</translation>
    </message>
    <message>
        <source>There is no such instrument</source>
        <translation>Esse instrumento não existe</translation>
    </message>
    <message>
        <source>This ClOrdID was used for another order</source>
        <translation>Este ClOrdID já foi usado em outra ordem</translation>
    </message>
    <message>
        <source>The ClOrdID is empty or too long</source>
        <translation>O ClOrdID está vazio ou é longo demais</translation>
    </message>
    <message>
        <source>The price must be greater than zero</source>
        <translation>O preço deve ser maior que zero</translation>
    </message>
    <message>
        <source>The price is not a multiple of the tick size</source>
        <translation>O preço não é múltiplo do tick</translation>
    </message>
    <message>
        <source>The quantity must be greater than zero</source>
        <translation>A quantidade deve ser maior que zero</translation>
    </message>
    <message>
        <source>The quantity is not a multiple of the lot size</source>
        <translation>A quantidade não é múltipla do lote</translation>
    </message>
    <message>
        <source>The order&apos;s value is below the minimum</source>
        <translation>O valor da ordem está abaixo do mínimo</translation>
    </message>
    <message>
        <source>The order is larger than the maximum</source>
        <translation>A ordem é maior que o máximo</translation>
    </message>
    <message>
        <source>The free balance does not cover the order</source>
        <translation>O saldo livre não cobre a ordem</translation>
    </message>
    <message>
        <source>There is no such working order</source>
        <translation>Não existe essa ordem ativa</translation>
    </message>
    <message>
        <source>The order is already done</source>
        <translation>A ordem já terminou</translation>
    </message>
    <message>
        <source>The market&apos;s book is not live</source>
        <translation>O book do mercado não está ao vivo</translation>
    </message>
    <message>
        <source>The order belongs to somebody else</source>
        <translation>A ordem é de outra pessoa</translation>
    </message>
    <message>
        <source>This order type is not supported here</source>
        <translation>Este tipo de ordem não é suportado aqui</translation>
    </message>
    <message>
        <source>There is nothing on the other side to trade with</source>
        <translation>Não há nada do outro lado para negociar</translation>
    </message>
    <message>
        <source>An order with this OrderID is working</source>
        <translation>Já há uma ordem ativa com este OrderID</translation>
    </message>
    <message>
        <source>The book has no room for another order</source>
        <translation>O book não tem espaço para outra ordem</translation>
    </message>
    <message>
        <source>The order&apos;s type, time in force and instructions do not go together</source>
        <translation>Tipo, validade e instruções da ordem não combinam</translation>
    </message>
    <message>
        <source>The stop price or the trailing offset is not valid</source>
        <translation>O preço de stop ou a distância do trailing é inválida</translation>
    </message>
    <message>
        <source>The display quantity is not valid</source>
        <translation>A quantidade exibida é inválida</translation>
    </message>
    <message>
        <source>The price is outside the price band</source>
        <translation>O preço está fora da banda de preço</translation>
    </message>
    <message>
        <source>The market does not take such an order now</source>
        <translation>O mercado não aceita essa ordem agora</translation>
    </message>
    <message>
        <source>Nothing was traded yet that the order could follow</source>
        <translation>Ainda não houve negócio que a ordem possa seguir</translation>
    </message>
    <message>
        <source>There is no position that the order could reduce</source>
        <translation>Não há posição que a ordem possa reduzir</translation>
    </message>
    <message>
        <source>The order must not take, and would trade at this price</source>
        <translation>A ordem não pode tomar, e executaria a este preço</translation>
    </message>
    <message>
        <source>The order could not be filled whole and was not filled</source>
        <translation>A ordem não podia ser executada inteira e não foi executada</translation>
    </message>
    <message>
        <source>The order would have traded with its own owner</source>
        <translation>A ordem negociaria com o próprio dono</translation>
    </message>
    <message>
        <source>The order&apos;s time has passed</source>
        <translation>A validade da ordem passou</translation>
    </message>
    <message>
        <source>The trading day has ended</source>
        <translation>O pregão terminou</translation>
    </message>
    <message>
        <source>The order it is linked to is done</source>
        <translation>A ordem vinculada terminou</translation>
    </message>
    <message>
        <source>Another order of the list is not valid</source>
        <translation>Outra ordem da lista é inválida</translation>
    </message>
    <message>
        <source>Trading of this account is stopped</source>
        <translation>A negociação desta conta está bloqueada</translation>
    </message>
    <message>
        <source>There is no such account</source>
        <translation>Essa conta não existe</translation>
    </message>
    <message>
        <source>The session is closed</source>
        <translation>A sessão está encerrada</translation>
    </message>
    <message>
        <source>This market has no past to move to</source>
        <translation>Este mercado não tem passado para onde ir</translation>
    </message>
    <message>
        <source>The time is outside the recording</source>
        <translation>O horário está fora da gravação</translation>
    </message>
    <message>
        <source>There is no such file or directory</source>
        <translation>Esse arquivo ou pasta não existe</translation>
    </message>
    <message>
        <source>Another program writes to this directory</source>
        <translation>Outro programa grava nesta pasta</translation>
    </message>
    <message>
        <source>The journal is damaged</source>
        <translation>O diário está danificado</translation>
    </message>
    <message>
        <source>Records are missing from the journal</source>
        <translation>Faltam registros no diário</translation>
    </message>
    <message>
        <source>It is not known up to where the journal was written safely</source>
        <translation>Não se sabe até onde o diário foi gravado com segurança</translation>
    </message>
    <message>
        <source>The file was written by another version of the program</source>
        <translation>O arquivo é de outra versão do programa</translation>
    </message>
    <message>
        <source>There is no space left for the journal</source>
        <translation>Não há mais espaço para o diário</translation>
    </message>
    <message>
        <source>The journal&apos;s disk has failed</source>
        <translation>O disco do diário falhou</translation>
    </message>
    <message>
        <source>The record is too large for the journal</source>
        <translation>O registro é grande demais para o diário</translation>
    </message>
    <message>
        <source>The journal cannot have these settings</source>
        <translation>O diário não pode ter essas configurações</translation>
    </message>
    <message>
        <source>The snapshot is damaged</source>
        <translation>O snapshot está danificado</translation>
    </message>
    <message>
        <source>The snapshot is not of this journal</source>
        <translation>O snapshot não é deste diário</translation>
    </message>
    <message>
        <source>The recorded history is damaged</source>
        <translation>O histórico gravado está danificado</translation>
    </message>
    <message>
        <source>The history was written by another version of the program</source>
        <translation>O histórico é de outra versão do programa</translation>
    </message>
    <message>
        <source>A part of the market was not recorded</source>
        <translation>Uma parte do mercado não foi gravada</translation>
    </message>
    <message>
        <source>The market is faster than it can be recorded</source>
        <translation>O mercado é mais rápido do que dá para gravar</translation>
    </message>
    <message>
        <source>This is older than what is recorded already</source>
        <translation>Isto é mais antigo do que o já gravado</translation>
    </message>
    <message>
        <source>There is no space left to record on</source>
        <translation>Não há mais espaço para gravar</translation>
    </message>
    <message>
        <source>The disk that is recorded on has failed</source>
        <translation>O disco da gravação falhou</translation>
    </message>
    <message>
        <source>This is not a usable address</source>
        <translation>Este endereço não serve</translation>
    </message>
    <message>
        <source>The host&apos;s name could not be looked up</source>
        <translation>O nome do servidor não pôde ser resolvido</translation>
    </message>
    <message>
        <source>There is no connection to the host</source>
        <translation>Não há conexão com o servidor</translation>
    </message>
    <message>
        <source>The host could not be proven to be who it says it is</source>
        <translation>O servidor não pôde provar quem é</translation>
    </message>
    <message>
        <source>The server refused the stream</source>
        <translation>O servidor recusou o stream</translation>
    </message>
    <message>
        <source>The other side is silent</source>
        <translation>O outro lado não responde</translation>
    </message>
    <message>
        <source>The connection ended</source>
        <translation>A conexão terminou</translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation>O servidor recusou a requisição</translation>
    </message>
    <message>
        <source>Data comes faster than it can be read</source>
        <translation>Os dados chegam mais rápido do que são lidos</translation>
    </message>
    <message>
        <source>Nobody is logged in</source>
        <translation>Ninguém está conectado</translation>
    </message>
    <message>
        <source>The name or the password is wrong</source>
        <translation>Nome ou senha incorretos</translation>
    </message>
    <message>
        <source>The token is not one of ours</source>
        <translation>O token não é nosso</translation>
    </message>
    <message>
        <source>The token is no longer valid</source>
        <translation>O token não é mais válido</translation>
    </message>
    <message>
        <source>The session or key was withdrawn</source>
        <translation>A sessão ou chave foi revogada</translation>
    </message>
    <message>
        <source>The code of the second factor is needed</source>
        <translation>O código do segundo fator é necessário</translation>
    </message>
    <message>
        <source>The code of the second factor is wrong</source>
        <translation>O código do segundo fator está errado</translation>
    </message>
    <message>
        <source>There were too many wrong tries; wait before the next one</source>
        <translation>Tentativas erradas demais; espere antes da próxima</translation>
    </message>
    <message>
        <source>This user may not do that</source>
        <translation>Este usuário não pode fazer isso</translation>
    </message>
    <message>
        <source>The key may not be used from this address</source>
        <translation>A chave não pode ser usada deste endereço</translation>
    </message>
    <message>
        <source>The signature is not that of this request</source>
        <translation>A assinatura não é a desta requisição</translation>
    </message>
    <message>
        <source>The request&apos;s time is too far from the server&apos;s</source>
        <translation>O horário da requisição está longe demais do servidor</translation>
    </message>
    <message>
        <source>The request was sent before</source>
        <translation>A requisição já foi enviada antes</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>Essa chave não existe</translation>
    </message>
    <message>
        <source>The password is too easy to guess</source>
        <translation>A senha é fácil demais de adivinhar</translation>
    </message>
    <message>
        <source>Another user has this name</source>
        <translation>Outro usuário já tem este nome</translation>
    </message>
    <message>
        <source>This cannot be a user&apos;s name</source>
        <translation>Isto não pode ser um nome de usuário</translation>
    </message>
    <message>
        <source>There is no such user</source>
        <translation>Esse usuário não existe</translation>
    </message>
    <message>
        <source>The login provider did not confirm who this is</source>
        <translation>O provedor de login não confirmou a identidade</translation>
    </message>
    <message>
        <source>New users are made by an administrator only</source>
        <translation>Só um administrador cria usuários</translation>
    </message>
    <message>
        <source>The key that protects secrets cannot be had</source>
        <translation>A chave que protege os segredos não está disponível</translation>
    </message>
    <message>
        <source>A protected secret was changed or is under another key</source>
        <translation>Um segredo protegido foi alterado ou é de outra chave</translation>
    </message>
    <message>
        <source>A cryptographic operation failed</source>
        <translation>Uma operação criptográfica falhou</translation>
    </message>
    <message>
        <source>The audit trail was changed</source>
        <translation>A trilha de auditoria foi alterada</translation>
    </message>
    <message>
        <source>The request cannot be understood</source>
        <translation>A requisição não pode ser entendida</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>Não há nada neste endereço</translation>
    </message>
    <message>
        <source>This address does not take that method</source>
        <translation>Este endereço não aceita esse método</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>A requisição é grande demais</translation>
    </message>
    <message>
        <source>The request did not arrive in time</source>
        <translation>A requisição não chegou a tempo</translation>
    </message>
    <message>
        <source>There were too many requests; wait before the next one</source>
        <translation>Requisições demais; espere antes da próxima</translation>
    </message>
    <message>
        <source>A parameter is missing</source>
        <translation>Falta um parâmetro</translation>
    </message>
    <message>
        <source>A parameter cannot take this value</source>
        <translation>Um parâmetro não aceita esse valor</translation>
    </message>
    <message>
        <source>The body is of a kind that is not read here</source>
        <translation>O conteúdo é de um tipo que não é lido aqui</translation>
    </message>
    <message>
        <source>The engine has no room for the request; try again</source>
        <translation>O motor não tem espaço para a requisição; tente de novo</translation>
    </message>
    <message>
        <source>This version cannot do that yet</source>
        <translation>Esta versão ainda não faz isso</translation>
    </message>
    <message>
        <source>This does not go together with what is there</source>
        <translation>Isto não combina com o que já existe</translation>
    </message>
    <message>
        <source>There is no such stream</source>
        <translation>Esse stream não existe</translation>
    </message>
    <message>
        <source>The connection has too many streams</source>
        <translation>A conexão tem streams demais</translation>
    </message>
    <message>
        <source>The connection reads too slowly</source>
        <translation>A conexão lê devagar demais</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>O banco de dados está inacessível</translation>
    </message>
    <message>
        <source>The database refused the operation</source>
        <translation>O banco de dados recusou a operação</translation>
    </message>
    <message>
        <source>The database was made by another version of the program</source>
        <translation>O banco de dados é de outra versão do programa</translation>
    </message>
    <message>
        <source>There is no such record</source>
        <translation>Esse registro não existe</translation>
    </message>
    <message>
        <source>There is such a record already</source>
        <translation>Esse registro já existe</translation>
    </message>
    <message>
        <source>The backup is damaged</source>
        <translation>O backup está danificado</translation>
    </message>
</context>
<context>
    <name>HeatOverlays</name>
    <message>
        <source>new</source>
        <translation>novo</translation>
    </message>
    <message>
        <source>5 min and older</source>
        <translation>5 min ou mais</translation>
    </message>
    <message>
        <source>added</source>
        <translation>posto</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>tirado</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>exec.</translation>
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
        <translation>POC virgem</translation>
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
        <translation>Comprar no bid</translation>
    </message>
    <message>
        <source>Sell at the ask</source>
        <translation>Vender no ask</translation>
    </message>
    <message>
        <source>Take the ask</source>
        <translation>Tomar o ask</translation>
    </message>
    <message>
        <source>Take the bid</source>
        <translation>Tomar o bid</translation>
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
        <translation>Cancelar as ordens deste mercado</translation>
    </message>
    <message>
        <source>Cancel the stops of this market</source>
        <translation>Cancelar os stops deste mercado</translation>
    </message>
    <message>
        <source>Close the position</source>
        <translation>Zerar a posição</translation>
    </message>
    <message>
        <source>Reverse the position</source>
        <translation>Inverter a posição</translation>
    </message>
    <message>
        <source>Cancel and close everything</source>
        <translation>Cancelar e zerar tudo</translation>
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
        <translation>O preço está %1 além do melhor do outro lado.</translation>
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
        <translation>Candles</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>Footprint</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Volume profile</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidade</translation>
    </message>
    <message>
        <source>Time and sales</source>
        <translation>Times &amp; Trades</translation>
    </message>
    <message>
        <source>Order ticket</source>
        <translation>Boleta</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Bolsas</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performance</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>3D depth</source>
        <translation>Profundidade 3D</translation>
    </message>
</context>
<context>
    <name>QuickTrade</name>
    <message>
        <source>Cancel every order and close every position?</source>
        <translation>Cancelar todas as ordens e fechar todas as posições?</translation>
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
        <translation>Fluxo de ordens</translation>
    </message>
    <message>
        <source>Multi-venue</source>
        <translation>Multibolsas</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Carteira</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Analista</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Não foi possível gravar %1: %2</translation>
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
        <translation>Venda</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Mercado</translation>
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
        <translation>Mercado a limite</translation>
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
        <translation>Dia</translation>
    </message>
    <message>
        <source>GTD</source>
        <translation>GTD</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Abertura</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechamento</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Ativa</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Parcial</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Executada</translation>
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
        <translation>Rejeitada</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Alterando</translation>
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
        <translation>Aguarda snapshot</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Ao vivo</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Desatualizado</translation>
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
        <translation>AO VIVO · PAPER</translation>
    </message>
    <message>
        <source>Waiting for the venue&apos;s book</source>
        <translation>Aguardando o book da bolsa</translation>
    </message>
    <message>
        <source>Stale book. %1</source>
        <translation>Book desatualizado. %1</translation>
    </message>
    <message>
        <source>Stale book: not the venue&apos;s any more</source>
        <translation>Book desatualizado: não é mais o da bolsa</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>A gravação terminou</translation>
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
        <translation>O webhook de um alerta falhou: %1</translation>
    </message>
</context>
<context>
    <name>qob::AlertDialog</name>
    <message>
        <source>Each time it becomes true, not only once</source>
        <translation>Sempre que ocorrer, não só uma vez</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Som</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>Pop-up</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>Novo alerta</translation>
    </message>
    <message>
        <source>Change the alert</source>
        <translation>Alterar o alerta</translation>
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
        <translation>Quando</translation>
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
        <translation>O webhook não é um endereço http ou https</translation>
    </message>
    <message>
        <source>This market has no such value</source>
        <translation>Este mercado não tem esse valor</translation>
    </message>
</context>
<context>
    <name>qob::Alerts</name>
    <message>
        <source>The alerts cannot be read: %1; kept as %2</source>
        <translation>Não foi possível ler os alertas: %1; guardados como %2</translation>
    </message>
    <message>
        <source>The alerts cannot be saved: %1: %2</source>
        <translation>Não foi possível salvar os alertas: %1: %2</translation>
    </message>
    <message>
        <source>The alerts cannot be read and are not kept: %1: %2</source>
        <translation>Não foi possível ler os alertas e eles não são guardados: %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n alerta não pode ser lido; o arquivo foi guardado em %1</numerusform>
            <numerusform>%n alertas não podem ser lidos; o arquivo foi guardado em %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::AlertsModel</name>
    <message>
        <source>Each time</source>
        <translation>Sempre</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Uma vez</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>som</translation>
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
        <translation>Mercado</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condição</translation>
    </message>
    <message>
        <source>Fires</source>
        <translation>Dispara</translation>
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
        <translation>Histórico</translation>
    </message>
    <message>
        <source>History of alerts</source>
        <translation>Histórico de alertas</translation>
    </message>
    <message>
        <source>New alert…</source>
        <translation>Novo alerta…</translation>
    </message>
    <message>
        <source>Change the alert…</source>
        <translation>Alterar o alerta…</translation>
    </message>
    <message>
        <source>Remove the alert</source>
        <translation>Remover o alerta</translation>
    </message>
</context>
<context>
    <name>qob::BalancesModel</name>
    <message>
        <source>Asset</source>
        <translation>Ativo</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Livre</translation>
    </message>
    <message>
        <source>In orders</source>
        <translation>Em ordens</translation>
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
        <translation>Filtrar as linhas</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Posições</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Saldos</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Ordens</translation>
    </message>
</context>
<context>
    <name>qob::CandleChart</name>
    <message>
        <source>Candles</source>
        <translation>Candles</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Barras</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linha</translation>
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
        <translation>desde %1</translation>
    </message>
</context>
<context>
    <name>qob::CandlesPanel</name>
    <message>
        <source>How candles are drawn</source>
        <translation>Como os candles são desenhados</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicadores</translation>
    </message>
    <message>
        <source>Choose indicators and their parameters</source>
        <translation>Escolher indicadores e seus parâmetros</translation>
    </message>
</context>
<context>
    <name>qob::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Buscar um comando</translation>
    </message>
    <message>
        <source>Command, panel, workspace or market</source>
        <translation>Comando, painel, área de trabalho ou mercado</translation>
    </message>
</context>
<context>
    <name>qob::ConnectDialog</name>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>Guardar a senha no chaveiro</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Remover da lista</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Conectar a um servidor</translation>
    </message>
    <message>
        <source>A qob server runs the engine, its orders and its accounts; this terminal shows them and trades there. The connection is always encrypted.</source>
        <translation>Um servidor qob executa o motor, suas ordens e suas contas; este terminal os mostra e negocia lá. A conexão é sempre criptografada.</translation>
    </message>
    <message>
        <source>Saved servers</source>
        <translation>Servidores salvos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>Código do segundo fator</translation>
    </message>
    <message>
        <source>Optional: what you call it</source>
        <translation>Opcional: como você o chama</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Outro servidor</translation>
    </message>
    <message>
        <source>A user and a password are needed.</source>
        <translation>São necessários um usuário e uma senha.</translation>
    </message>
    <message>
        <source>Connecting with %1…</source>
        <translation>Conectando a %1…</translation>
    </message>
    <message>
        <source>Nobody known vouches for the certificate of %1. Its SHA-256 fingerprint is
%2
Compare it with what the server prints when it starts, and trust it only if they are the same.</source>
        <translation>Ninguém conhecido responde pelo certificado de %1. Sua impressão digital SHA-256 é
%2
Compare-a com a que o servidor mostra ao iniciar e confie nela somente se forem iguais.</translation>
    </message>
    <message>
        <source>They are the same: trust it</source>
        <translation>São iguais: confiar</translation>
    </message>
    <message>
        <source>%1 shows another certificate than before. Somebody may be listening in: nothing was sent.
Known: %2
Shown: %3</source>
        <translation>%1 mostra um certificado diferente do anterior. Alguém pode estar escutando: nada foi enviado.
Conhecido: %2
Mostrado: %3</translation>
    </message>
    <message>
        <source>Forget the known certificate</source>
        <translation>Esquecer o certificado conhecido</translation>
    </message>
    <message>
        <source>It holds for now, but could not be written down.</source>
        <translation>Vale por enquanto, mas não pôde ser gravado.</translation>
    </message>
</context>
<context>
    <name>qob::DataTable</name>
    <message>
        <source>Copy the selected rows</source>
        <translation>Copiar as linhas selecionadas</translation>
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
        <translation>Não foi possível gravar %1: %2</translation>
    </message>
    <message>
        <source>%1 (asset)</source>
        <translation>%1 (ativo)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
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
        <translation>Gráfico de profundidade</translation>
    </message>
    <message>
        <source>All venues together</source>
        <translation>Todas as bolsas juntas</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>carregando</translation>
    </message>
    <message>
        <source>sizes cannot be compared</source>
        <translation>tamanhos não comparáveis</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1, sem %2</translation>
    </message>
</context>
<context>
    <name>qob::DepthSurface</name>
    <message>
        <source>3D depth</source>
        <translation>Profundidade 3D</translation>
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
        <translation>Restaurar a vista</translation>
    </message>
</context>
<context>
    <name>qob::DrawingTools</name>
    <message>
        <source>Draw lines, levels, rectangles, rulers and notes</source>
        <translation>Desenhar linhas, níveis, retângulos, réguas e notas</translation>
    </message>
    <message>
        <source>Text of the drawing</source>
        <translation>Texto do desenho</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Cor</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Espessura</translation>
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
        <translation>Tracejada</translation>
    </message>
    <message>
        <source>Extend to the left</source>
        <translation>Prolongar à esquerda</translation>
    </message>
    <message>
        <source>Extend to the right</source>
        <translation>Prolongar à direita</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Desenhar</translation>
    </message>
    <message>
        <source>Keep the tool after use</source>
        <translation>Manter a ferramenta após o uso</translation>
    </message>
    <message>
        <source>Undo the drawing</source>
        <translation>Desfazer o desenho</translation>
    </message>
    <message>
        <source>Redo the drawing</source>
        <translation>Refazer o desenho</translation>
    </message>
    <message>
        <source>Delete all drawings of this market</source>
        <translation>Excluir todos os desenhos deste mercado</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>Alerta ao cruzar</translation>
    </message>
    <message>
        <source>Edit the text…</source>
        <translation>Editar o texto…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>In every workspace</source>
        <translation>Em todas as áreas de trabalho</translation>
    </message>
</context>
<context>
    <name>qob::Drawings</name>
    <message numerus="yes">
        <source>%n drawing(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n desenho não pode ser lido; o arquivo foi guardado em %1</numerusform>
            <numerusform>%n desenhos não podem ser lidos; o arquivo foi guardado em %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The drawings cannot be read: %1; kept as %2</source>
        <translation>Os desenhos não podem ser lidos: %1; guardados em %2</translation>
    </message>
    <message>
        <source>The drawings cannot be saved: %1: %2</source>
        <translation>Os desenhos não podem ser salvos: %1: %2</translation>
    </message>
    <message>
        <source>The drawings cannot be read and are not kept: %1: %2</source>
        <translation>Não foi possível ler os desenhos e eles não são guardados: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::EquityChart</name>
    <message>
        <source>Profit over time</source>
        <translation>Lucro no tempo</translation>
    </message>
    <message>
        <source>Profit %1 %3, largest drawdown %2 %3</source>
        <translation>Lucro %1 %3, maior drawdown %2 %3</translation>
    </message>
    <message>
        <source>Nothing was traded yet</source>
        <translation>Nada foi negociado ainda</translation>
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
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Taxas</translation>
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
        <translation>Preço</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Qtde</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Taxa</translation>
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
        <translation>O que houve</translation>
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
        <translation>Ainda sem volume por preço</translation>
    </message>
    <message>
        <source>Volume at price since %1, prices rough before %2</source>
        <translation>Volume por preço desde %1, preços aproximados antes de %2</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>Volume por preço desde %1</translation>
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
        <translation>Linhas: auto</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Linhas: %1</translation>
    </message>
    <message>
        <source>What the cells say</source>
        <translation>O que as células dizem</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>Ticks por linha</translation>
    </message>
    <message>
        <source>Which imbalances are marked</source>
        <translation>Quais desequilíbrios são marcados</translation>
    </message>
    <message>
        <source>As many as can be read</source>
        <translation>Quantos derem para ler</translation>
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
        <translation>Desequilíbrio</translation>
    </message>
    <message>
        <source>Ratio, %</source>
        <translation>Razão, %</translation>
    </message>
    <message>
        <source>Least size</source>
        <translation>Tamanho mínimo</translation>
    </message>
    <message>
        <source>Stacked rows</source>
        <translation>Linhas empilhadas</translation>
    </message>
</context>
<context>
    <name>qob::FramePlate</name>
    <message>
        <source>Frame costs</source>
        <translation>Custo por quadro</translation>
    </message>
    <message>
        <source>%1 fps, frame p50 %2, p99 %3</source>
        <translation>%1 fps, quadro p50 %2, p99 %3</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Painel</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>quadros</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>média</translation>
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
        <translation>Cabeçalho</translation>
    </message>
    <message>
        <source>Choose a market (Ctrl+M)</source>
        <translation>Escolher um mercado (Ctrl+M)</translation>
    </message>
    <message>
        <source>Last trade</source>
        <translation>Último negócio</translation>
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
        <translation>Cancelar tudo</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>No market yet</source>
        <translation>Ainda sem mercado</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Travado</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>Liberado</translation>
    </message>
    <message>
        <source>No order can leave. Click to unlock trading (Ctrl+L)</source>
        <translation>Nenhuma ordem pode sair. Clique para destravar (Ctrl+L)</translation>
    </message>
    <message>
        <source>Clicks send orders. Lock (Ctrl+L)</source>
        <translation>Cliques enviam ordens. Travar (Ctrl+L)</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading; Esc cancels only</source>
        <translation>Cancela na hora todas as ordens abertas e bloqueia a negociação; Esc só cancela</translation>
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
        <translation>Mostrar %1 de histórico e acompanhar</translation>
    </message>
    <message>
        <source>Colours, contrast and sizes</source>
        <translation>Cores, contraste e tamanhos</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>sem dados</translation>
    </message>
    <message>
        <source> · first in queue</source>
        <translation> · primeira da fila</translation>
    </message>
    <message>
        <source> · %1 ahead</source>
        <translation> · %1 à frente</translation>
    </message>
    <message>
        <source> · ≈ %1 ahead</source>
        <translation> · ≈ %1 à frente</translation>
    </message>
    <message>
        <source>Heat map settings…</source>
        <translation>Ajustes do mapa de calor…</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Paleta</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Clássica</translation>
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
        <translation>Para daltônicos</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>A cor mostra</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>Tamanho parado</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>Tamanho parado, mais claro com a idade</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>Adicionado, retirado, executado</translation>
    </message>
    <message>
        <source>Lock contrast</source>
        <translation>Travar o contraste</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Mais escuro</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Mais claro</translation>
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
        <translation>Linhas de preço</translation>
    </message>
    <message>
        <source>Trade bubbles</source>
        <translation>Bolhas de negócios</translation>
    </message>
    <message>
        <source>Best bid and ask lines</source>
        <translation>Linhas do melhor bid e ask</translation>
    </message>
    <message>
        <source>Last price line</source>
        <translation>Linha do último preço</translation>
    </message>
    <message>
        <source>Session VWAP</source>
        <translation>VWAP da sessão</translation>
    </message>
    <message>
        <source>Cumulative volume delta</source>
        <translation>Delta de volume acumulado</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Volume profile</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>Of what is shown</source>
        <translation>Do que é mostrado</translation>
    </message>
    <message>
        <source>Of the whole history held</source>
        <translation>De todo o histórico</translation>
    </message>
    <message>
        <source>Naked points of control (15 min)</source>
        <translation>Pontos de controle virgens (15 min)</translation>
    </message>
    <message>
        <source>Large lots</source>
        <translation>Lotes grandes</translation>
    </message>
    <message>
        <source>Back to the market</source>
        <translation>Voltar ao mercado</translation>
    </message>
    <message>
        <source>Centre the price</source>
        <translation>Centralizar o preço</translation>
    </message>
    <message>
        <source>Follow the price</source>
        <translation>Seguir o preço</translation>
    </message>
    <message>
        <source>Zoom in on price</source>
        <translation>Ampliar o preço</translation>
    </message>
    <message>
        <source>Zoom out of price</source>
        <translation>Reduzir o preço</translation>
    </message>
    <message>
        <source>Zoom in on time</source>
        <translation>Ampliar o tempo</translation>
    </message>
    <message>
        <source>Zoom out of time</source>
        <translation>Reduzir o tempo</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Tempo mostrado</translation>
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
        <translation>Aguardando um mercado</translation>
    </message>
    <message>
        <source>Waiting for history</source>
        <translation>Aguardando o histórico</translation>
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
        <translation>Restaurar padrões</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Clássica</translation>
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
        <translation>Para daltônicos</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>Tamanho parado</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>Tamanho parado, mais claro com a idade</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>Adicionado, retirado, executado</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Paleta</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>A cor mostra</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gama</translation>
    </message>
    <message>
        <source>Lower shows more of the small sizes</source>
        <translation>Menor mostra mais dos tamanhos pequenos</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Brilho</translation>
    </message>
    <message>
        <source>J darker, K brighter</source>
        <translation>J mais escuro, K mais claro</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Percent of the largest</source>
        <translation>Porcentagem do maior</translation>
    </message>
    <message>
        <source>Exact size</source>
        <translation>Tamanho exato</translation>
    </message>
    <message>
        <source>Cutoffs in</source>
        <translation>Cortes em</translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation>Ocultar abaixo</translation>
    </message>
    <message>
        <source>Smaller sizes are not shown</source>
        <translation>Tamanhos menores não são mostrados</translation>
    </message>
    <message>
        <source>Full colour from</source>
        <translation>Cor plena a partir de</translation>
    </message>
    <message>
        <source>This size and larger ones look alike</source>
        <translation>Deste tamanho em diante todos são iguais</translation>
    </message>
    <message>
        <source>Lock at what is largest now</source>
        <translation>Travar no maior de agora</translation>
    </message>
    <message>
        <source>Colours stay comparable while the map moves</source>
        <translation>As cores seguem comparáveis enquanto o mapa anda</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Prices that are added up in one row</source>
        <translation>Preços somados em uma linha</translation>
    </message>
    <message>
        <source>Ticks a row</source>
        <translation>Ticks por linha</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Negócios</translation>
    </message>
    <message>
        <source>Smallest bubble</source>
        <translation>Menor bolha</translation>
    </message>
    <message>
        <source>Smaller trades get no bubble</source>
        <translation>Negócios menores não têm bolha</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Trades this near each other are one bubble at their average price</source>
        <translation>Negócios assim próximos viram uma bolha no preço médio</translation>
    </message>
    <message>
        <source>Gather over</source>
        <translation>Agrupar em</translation>
    </message>
    <message>
        <source>Large lot from</source>
        <translation>Lote grande desde</translation>
    </message>
    <message>
        <source>What the marks of large lots and icebergs show</source>
        <translation>O que mostram as marcas de lotes grandes e icebergs</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>os maiores</translation>
    </message>
</context>
<context>
    <name>qob::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
</context>
<context>
    <name>qob::IndicatorMenu</name>
    <message>
        <source>Standard deviations</source>
        <translation>Desvios padrão</translation>
    </message>
    <message>
        <source>Fast period</source>
        <translation>Período rápido</translation>
    </message>
    <message>
        <source>Slow period</source>
        <translation>Período lento</translation>
    </message>
    <message>
        <source>Signal period</source>
        <translation>Período do sinal</translation>
    </message>
    <message>
        <source>Period, in candles</source>
        <translation>Período, em candles</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicadores</translation>
    </message>
    <message>
        <source>One more of these</source>
        <translation>Mais um destes</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>diário</translation>
    </message>
    <message>
        <source>Begins anew at 00:00 UTC</source>
        <translation>Recomeça às 00:00 UTC</translation>
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
        <translation>Bolsa</translation>
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
        <translation>Giro</translation>
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
        <translation>Candles de %1</translation>
    </message>
    <message>
        <source>All intervals</source>
        <translation>Todos os intervalos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
</context>
<context>
    <name>qob::Ladder</name>
    <message>
        <source>Price ladder</source>
        <translation>Ladder de preços</translation>
    </message>
    <message>
        <source>%1 %2 at %3
%4 left, %5 filled
%6 ahead in the queue
%7
Drag to re-price, x to cancel</source>
        <translation>%1 %2 a %3
%4 restante, %5 executado
%6 à frente na fila
%7
Arraste para mudar o preço, x cancela</translation>
    </message>
    <message>
        <source>Centre on the market</source>
        <translation>Centralizar no mercado</translation>
    </message>
    <message>
        <source>Keep the market in the middle</source>
        <translation>Manter o mercado no meio</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>Quick quantity %1</source>
        <translation>Quantidade rápida %1</translation>
    </message>
    <message>
        <source>The default columns</source>
        <translation>As colunas padrão</translation>
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
        <translation>Preço</translation>
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
        <translation>Vendas</translation>
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
        <translation>Suas ordens de compra, com o tamanho à frente delas na fila</translation>
    </message>
    <message>
        <source>Size bid; a click buys there</source>
        <translation>Tamanho no bid; um clique compra ali</translation>
    </message>
    <message>
        <source>Size added to the bids (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>Tamanho somado aos bids (empilhado) ou tirado (retirado) nos últimos dez segundos, fora negócios</translation>
    </message>
    <message>
        <source>Sold into the bids here in the last half minute</source>
        <translation>Vendido aqui nos bids no último meio minuto</translation>
    </message>
    <message>
        <source>Bought from the asks here in the last half minute</source>
        <translation>Comprado aqui dos asks no último meio minuto</translation>
    </message>
    <message>
        <source>Size added to the asks (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>Tamanho somado aos asks (empilhado) ou tirado (retirado) nos últimos dez segundos, fora negócios</translation>
    </message>
    <message>
        <source>Size offered; a click sells there</source>
        <translation>Tamanho no ask; um clique vende ali</translation>
    </message>
    <message>
        <source>Your sell orders, with the size ahead of them in the queue</source>
        <translation>Suas ordens de venda, com o tamanho à frente delas na fila</translation>
    </message>
    <message>
        <source>Traded here since the market is shown</source>
        <translation>Negociado aqui desde que o mercado é mostrado</translation>
    </message>
    <message>
        <source>Bought less sold here since the market is shown</source>
        <translation>Comprado menos vendido aqui desde que o mercado é mostrado</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Travado</translation>
    </message>
    <message>
        <source>A click orders %1</source>
        <translation>Um clique ordena %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>linha %1</translation>
    </message>
    <message>
        <source>Draw a level at %1</source>
        <translation>Desenhar um nível em %1</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>Alerta ao cruzar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Higher price rows</source>
        <translation>Linhas de preço mais altas</translation>
    </message>
    <message>
        <source>Lower price rows</source>
        <translation>Linhas de preço mais baixas</translation>
    </message>
</context>
<context>
    <name>qob::LiveDialog</name>
    <message>
        <source>Live markets</source>
        <translation>Mercados ao vivo</translation>
    </message>
    <message>
        <source>Public feeds: no account is needed. Tick the venues and write the symbols as each venue does, with spaces between. Orders are paper.</source>
        <translation>Feeds públicos: não precisa de conta. Marque as bolsas e escreva os símbolos como cada uma escreve, separados por espaços. As ordens são paper.</translation>
    </message>
    <message>
        <source>Find a venue</source>
        <translation>Buscar uma bolsa</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Bolsa</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Símbolos</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produtos</translation>
    </message>
    <message>
        <source>Its rules are</source>
        <translation>Suas regras estão</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Bolsas</translation>
    </message>
    <message>
        <source>proven on recordings</source>
        <translation>provadas em gravações</translation>
    </message>
    <message>
        <source>as documented</source>
        <translation>conforme a documentação</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s)</source>
        <translation>
            <numerusform>%n book</numerusform>
            <numerusform>%n books</numerusform>
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
        <translation>Filtrar as linhas</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tudo</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avisos e erros</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erros</translation>
    </message>
    <message>
        <source>How bad it has to be</source>
        <translation>Gravidade mínima</translation>
    </message>
</context>
<context>
    <name>qob::MainWindow</name>
    <message>
        <source>The workspace %1 cannot be read: %2</source>
        <translation>Não foi possível ler a área de trabalho %1: %2</translation>
    </message>
    <message>
        <source>This version has no panel %1: left out</source>
        <translation>Esta versão não tem o painel %1: omitido</translation>
    </message>
    <message>
        <source>The picture is in the clipboard; save it too?</source>
        <translation>A imagem está na área de transferência; salvá-la também?</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Imagens (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1</source>
        <translation>A imagem está em %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>Não foi possível gravar %1</translation>
    </message>
    <message>
        <source>Nothing was imported: %1</source>
        <translation>Nada foi importado: %1</translation>
    </message>
    <message>
        <source>The workspace %1 is here already and was opened as you left it</source>
        <translation>A área de trabalho %1 já está aqui e foi aberta como você a deixou</translation>
    </message>
</context>
<context>
    <name>qob::MarketBadge</name>
    <message>
        <source>A simulated market: every order is paper</source>
        <translation>Um mercado simulado: toda ordem é paper</translation>
    </message>
    <message>
        <source>A recording is played: every order is paper</source>
        <translation>Uma gravação está tocando: toda ordem é paper</translation>
    </message>
    <message>
        <source>A live market; orders are paper</source>
        <translation>Um mercado ao vivo; as ordens são paper</translation>
    </message>
</context>
<context>
    <name>qob::MarketList</name>
    <message>
        <source>Symbol or venue</source>
        <translation>Símbolo ou bolsa</translation>
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
        <translation>Mensagem</translation>
    </message>
</context>
<context>
    <name>qob::OrderEntry</name>
    <message>
        <source>Trading is locked: nothing was sent. Unlock with the padlock or Ctrl+L.</source>
        <translation>A negociação está travada: nada foi enviado. Destrave no cadeado ou com Ctrl+L.</translation>
    </message>
    <message>
        <source>The engine is busy: nothing was sent. Try again.</source>
        <translation>O motor está ocupado: nada foi enviado. Tente de novo.</translation>
    </message>
    <message>
        <source>The session is closed: nothing was sent.</source>
        <translation>A sessão está encerrada: nada foi enviado.</translation>
    </message>
    <message>
        <source>No market is shown: nothing was sent.</source>
        <translation>Nenhum mercado é mostrado: nada foi enviado.</translation>
    </message>
    <message>
        <source>%1: nothing was sent.</source>
        <translation>%1: nada foi enviado.</translation>
    </message>
    <message>
        <source>The quantity must be between %1 and %2: nothing was sent.</source>
        <translation>A quantidade deve estar entre %1 e %2: nada foi enviado.</translation>
    </message>
    <message>
        <source>The price must be a positive multiple of %1: nothing was sent.</source>
        <translation>O preço deve ser um múltiplo positivo de %1: nada foi enviado.</translation>
    </message>
    <message>
        <source>The order is no longer working: nothing was sent.</source>
        <translation>A ordem não está mais ativa: nada foi enviado.</translation>
    </message>
    <message>
        <source>The order is being changed already: nothing was sent.</source>
        <translation>A ordem já está sendo alterada: nada foi enviado.</translation>
    </message>
    <message>
        <source>There is a question to answer first: nothing was sent.</source>
        <translation>Há uma pergunta a responder antes: nada foi enviado.</translation>
    </message>
    <message>
        <source>Orders are cancelled; trading is locked: no position was closed.</source>
        <translation>As ordens são canceladas; a negociação está bloqueada: nenhuma posição foi fechada.</translation>
    </message>
    <message>
        <source>Some orders still work after five seconds: no position was closed.</source>
        <translation>Após cinco segundos ainda há ordens ativas: nenhuma posição foi fechada.</translation>
    </message>
    <message>
        <source>The market is no longer shown: nothing was sent.</source>
        <translation>O mercado não é mais mostrado: nada foi enviado.</translation>
    </message>
    <message>
        <source>The position is being closed already: nothing was sent.</source>
        <translation>A posição já está sendo zerada: nada foi enviado.</translation>
    </message>
    <message>
        <source>The position is another one by now: nothing was sent.</source>
        <translation>A posição já é outra: nada foi enviado.</translation>
    </message>
</context>
<context>
    <name>qob::OrderQuestion</name>
    <message>
        <source>Send it?</source>
        <translation>Enviar?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Não enviar</translation>
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
        <translation>Mercado</translation>
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
        <translation>Trailing stop</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>Mercado a limite</translation>
    </message>
    <message>
        <source>Pegged to the middle</source>
        <translation>Pegged ao meio</translation>
    </message>
    <message>
        <source>Pegged to the best price</source>
        <translation>Pegged ao melhor preço</translation>
    </message>
    <message>
        <source>There is no price to measure the bracket from</source>
        <translation>Não há um preço de onde medir o bracket</translation>
    </message>
    <message>
        <source>Limit or stop (OCO)</source>
        <translation>Limite ou stop (OCO)</translation>
    </message>
    <message>
        <source>Until when the order is good is missing</source>
        <translation>Falta até quando a ordem vale</translation>
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
        <translation>Preço</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Qtde</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Executada</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>À frente</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Idade</translation>
    </message>
    <message>
        <source>Answered (s)</source>
        <translation>Resposta (s)</translation>
    </message>
    <message>
        <source>Age (s)</source>
        <translation>Idade (s)</translation>
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
        <translation>Laranja</translation>
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
        <translation>Vermelho</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarelo</translation>
    </message>
    <message>
        <source>Link group: panels of one colour show the same instrument</source>
        <translation>Grupo vinculado: painéis de uma cor mostram o mesmo instrumento</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>Menu do painel</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Fechar o painel</translation>
    </message>
    <message>
        <source>Back into the window</source>
        <translation>De volta à janela</translation>
    </message>
    <message>
        <source>Into a window of its own</source>
        <translation>Em janela própria</translation>
    </message>
    <message>
        <source>Link group</source>
        <translation>Grupo vinculado</translation>
    </message>
    <message>
        <source>Picture of the panel…</source>
        <translation>Imagem do painel…</translation>
    </message>
    <message>
        <source>Help for this panel</source>
        <translation>Ajuda deste painel</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading</source>
        <translation>Cancela na hora todas as ordens abertas e bloqueia a negociação</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Cancelar tudo</translation>
    </message>
</context>
<context>
    <name>qob::PerformancePanel</name>
    <message>
        <source>Settle asset</source>
        <translation>Ativo de liquidação</translation>
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
        <translation>Líquido</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Unrealised</source>
        <translation>Não realizado</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>Realizado</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Taxas</translation>
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
        <translation>Sem dados</translation>
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
        <translation>F</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>incompleto</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>Aguardando um mercado</translation>
    </message>
    <message>
        <source>Waiting for the first trade</source>
        <translation>Aguardando o primeiro negócio</translation>
    </message>
</context>
<context>
    <name>qob::ProfileChart</name>
    <message>
        <source>Session</source>
        <translation>Sessão</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Visível</translation>
    </message>
    <message>
        <source>Fixed range</source>
        <translation>Faixa fixa</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Volume profile</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>Ainda sem volume por preço</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>Volume por preço desde %1</translation>
    </message>
    <message>
        <source>%1, prices rough before %2</source>
        <translation>%1, preços aproximados antes de %2</translation>
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
        <translation>Segure Shift e arraste sobre uma faixa</translation>
    </message>
    <message>
        <source>naked POC %1</source>
        <translation>POC virgem %1</translation>
    </message>
</context>
<context>
    <name>qob::ProfilePanel</name>
    <message>
        <source>How long a session is</source>
        <translation>Quanto dura uma sessão</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>Ticks por linha</translation>
    </message>
    <message>
        <source>As many as can be seen</source>
        <translation>Quantos derem para ver</translation>
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
        <translation>Linhas: auto</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Linhas: %1</translation>
    </message>
</context>
<context>
    <name>qob::RemoteLink</name>
    <message>
        <source>The connection was lost before the server confirmed to cancel all: look at what still works</source>
        <translation>A conexão foi perdida antes que o servidor confirmasse cancelar tudo: veja o que ainda está ativo</translation>
    </message>
    <message>
        <source>The connection was lost before the server confirmed what the market was told to do</source>
        <translation>A conexão foi perdida antes que o servidor confirmasse o que se pediu ao mercado</translation>
    </message>
    <message>
        <source>Connected with %1 again after %2 s</source>
        <translation>Conectado de novo a %1 após %2 s</translation>
    </message>
    <message>
        <source>The connection was lost: %1</source>
        <translation>A conexão foi perdida: %1</translation>
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
        <translation>Tocar ou pausar (Ctrl+Espaço)</translation>
    </message>
    <message>
        <source>One step: the next event (Ctrl+.)</source>
        <translation>Um passo: o próximo evento (Ctrl+.)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>Market time, UTC</source>
        <translation>Hora do mercado, UTC</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Posição na gravação</translation>
    </message>
    <message>
        <source>jump to 14:03:00</source>
        <translation>ir para 14:03:00</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>Ir para um horário</translation>
    </message>
    <message>
        <source>Expected 14:03, 14:03:27 or 2026-07-14 14:03:27 (UTC)</source>
        <translation>Esperado: 14:03, 14:03:27 ou 2026-07-14 14:03:27 (UTC)</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>A gravação terminou</translation>
    </message>
    <message numerus="yes">
        <source>Rolling the history of %n more market(s)</source>
        <translation>
            <numerusform>Carregando o histórico de mais %n mercado</numerusform>
            <numerusform>Carregando o histórico de mais %n mercados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::ReplayControl</name>
    <message>
        <source>max</source>
        <translation>máx</translation>
    </message>
    <message>
        <source>The engine is busy. Try again.</source>
        <translation>O motor está ocupado. Tente de novo.</translation>
    </message>
    <message>
        <source>The session is closed.</source>
        <translation>A sessão está encerrada.</translation>
    </message>
    <message>
        <source>This market cannot be moved in time.</source>
        <translation>Este mercado não pode ser movido no tempo.</translation>
    </message>
</context>
<context>
    <name>qob::Settings</name>
    <message>
        <source>The settings cannot be read and are the default ones now: %1; kept as %2</source>
        <translation>Não foi possível ler as configurações, valem as padrão: %1; guardadas como %2</translation>
    </message>
    <message>
        <source>The settings cannot be saved: %1: %2</source>
        <translation>Não foi possível salvar as configurações: %1: %2</translation>
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
        <translation>Para daltônicos</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Tamanho de tudo</translation>
    </message>
    <message>
        <source>A new size takes effect when the terminal is started again.</source>
        <translation>O novo tamanho vale quando o terminal for aberto de novo.</translation>
    </message>
    <message>
        <source>Trade with single keys, on the panel under the mouse</source>
        <translation>Negociar com teclas simples, no painel sob o mouse</translation>
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
        <translation>As teclas padrão</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Negociação</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Ask before an order worth more than</source>
        <translation>Perguntar antes de uma ordem acima de</translation>
    </message>
    <message>
        <source>Ask before a price beyond the market by</source>
        <translation>Perguntar se o preço passa do mercado em</translation>
    </message>
    <message>
        <source>Ask before everything is cancelled and closed</source>
        <translation>Perguntar antes de cancelar e fechar tudo</translation>
    </message>
    <message>
        <source>Worth is in the quote currency. Cancelling orders is never asked about.</source>
        <translation>O valor é na moeda de cotação. Nunca se pergunta antes de cancelar ordens.</translation>
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
        <translation>%1 fps   quadro p50 %2   p99 %3</translation>
    </message>
    <message>
        <source>No feed yet</source>
        <translation>Ainda sem feed</translation>
    </message>
    <message>
        <source>Feed latency above the best one seen. The recorder&apos;s clock is behind the venue&apos;s by %1 or more.</source>
        <translation>Latência do feed acima da melhor vista. O relógio do gravador está %1 ou mais atrás do da bolsa.</translation>
    </message>
    <message>
        <source>Feed latency: from the venue&apos;s own time stamp to here</source>
        <translation>Latência do feed: do carimbo de tempo da bolsa até aqui</translation>
    </message>
    <message>
        <source>%L1 messages   %L2 gaps</source>
        <translation>%L1 mensagens   %L2 lacunas</translation>
    </message>
    <message>
        <source>latency %1</source>
        <translation>latência %1</translation>
    </message>
    <message>
        <source>Trading locked</source>
        <translation>Negociação travada</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>Liberado</translation>
    </message>
    <message>
        <source>A frame&apos;s time: bringing the panels up to date and painting them</source>
        <translation>O tempo de um quadro: atualizar os painéis e desenhá-los</translation>
    </message>
    <message>
        <source>%1   round trip %2</source>
        <translation>%1   ida e volta %2</translation>
    </message>
    <message>
        <source>%1 not connected, trying again</source>
        <translation>%1 sem conexão, tentando de novo</translation>
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
        <translation>Times &amp; Trades</translation>
    </message>
    <message>
        <source>Add up what one aggressor takes at a price</source>
        <translation>Somar o que um agressor toma a um preço</translation>
    </message>
    <message>
        <source>Leave out small trades</source>
        <translation>Omitir negócios pequenos</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar tudo</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>Abaixo de %1</translation>
    </message>
    <message>
        <source>%1 not shown</source>
        <translation>%1 não mostrados</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preço</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>%1 newer above</source>
        <translation>%1 mais novos acima</translation>
    </message>
</context>
<context>
    <name>qob::Terminal</name>
    <message>
        <source>The screenshot could not be written to %1</source>
        <translation>Não foi possível gravar a captura em %1</translation>
    </message>
    <message>
        <source>There is no panel &apos;%1&apos;; there are: %2</source>
        <translation>Não existe o painel &apos;%1&apos;; existem: %2</translation>
    </message>
    <message>
        <source>There is no workspace &apos;%1&apos;; there are: %2</source>
        <translation>Não existe a área de trabalho &apos;%1&apos;; existem: %2</translation>
    </message>
    <message>
        <source>Opening the market…</source>
        <translation>Abrindo o mercado…</translation>
    </message>
    <message>
        <source>Still on %1. %2</source>
        <translation>Ainda em %1. %2</translation>
    </message>
    <message>
        <source>Replay recordings</source>
        <translation>Reproduzir gravações</translation>
    </message>
    <message>
        <source>Recordings (*.qh *.gz *.xz *.jsonl *.log);;All files (*)</source>
        <translation>Gravações (*.qh *.gz *.xz *.jsonl *.log);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Another terminal has these settings open: what you change in this one is not kept</source>
        <translation>Outro terminal está com estas configurações abertas: o que você mudar neste não é guardado</translation>
    </message>
    <message>
        <source>No market &apos;%1&apos; is known; another one is shown</source>
        <translation>O mercado &apos;%1&apos; não é conhecido; outro é mostrado</translation>
    </message>
</context>
<context>
    <name>qob::Ticket</name>
    <message>
        <source>Order ticket</source>
        <translation>Boleta</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>Tipo de ordem</translation>
    </message>
    <message>
        <source>Time in force</source>
        <translation>Validade</translation>
    </message>
    <message>
        <source>Good till cancelled: stays in the book</source>
        <translation>Good till cancelled: fica no book</translation>
    </message>
    <message>
        <source>Until the end of the trading day</source>
        <translation>Até o fim do pregão</translation>
    </message>
    <message>
        <source>Immediate or cancel: what does not fill at once goes</source>
        <translation>Immediate or cancel: o que não executa na hora é cancelado</translation>
    </message>
    <message>
        <source>Fill or kill: all at once or nothing</source>
        <translation>Fill or kill: tudo de uma vez ou nada</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preço</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Stop em</translation>
    </message>
    <message>
        <source>Trails by</source>
        <translation>Distância</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Qtde</translation>
    </message>
    <message>
        <source>What the size is counted in</source>
        <translation>Em que o tamanho é contado</translation>
    </message>
    <message>
        <source>Size by quantity, by worth, or by what is lost when the stop loss is hit</source>
        <translation>Tamanho por quantidade, por valor ou pelo que se perde no stop loss</translation>
    </message>
    <message>
        <source>Bracket, iceberg, conditions</source>
        <translation>Bracket, iceberg, condições</translation>
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
        <translation>Mostra só</translation>
    </message>
    <message>
        <source>Post only</source>
        <translation>Post only</translation>
    </message>
    <message>
        <source>Refused when it would take</source>
        <translation>Recusada se fosse tomar</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Reduzir</translation>
    </message>
    <message>
        <source>Never more than closes the position</source>
        <translation>Nunca mais do que zera a posição</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculta</translation>
    </message>
    <message>
        <source>Not shown in the book</source>
        <translation>Não aparece no book</translation>
    </message>
    <message>
        <source>Notional</source>
        <translation>Nocional</translation>
    </message>
    <message>
        <source>Free to buy</source>
        <translation>Livre p/ compra</translation>
    </message>
    <message>
        <source>Free to sell</source>
        <translation>Livre p/ venda</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Compra</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Venda</translation>
    </message>
    <message>
        <source>Trading is locked. Unlock with the padlock or Ctrl+L.</source>
        <translation>A negociação está travada. Destrave no cadeado ou com Ctrl+L.</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>contratos</translation>
    </message>
    <message>
        <source>%1 risk</source>
        <translation>risco %1</translation>
    </message>
    <message>
        <source>book too thin</source>
        <translation>book fino demais</translation>
    </message>
    <message>
        <source>%L1 bps</source>
        <translation>%L1 bps</translation>
    </message>
    <message>
        <source>Fee, impact</source>
        <translation>Taxa, impacto</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Margem</translation>
    </message>
    <message>
        <source>What is put aside until the order is done</source>
        <translation>O que fica reservado até a ordem terminar</translation>
    </message>
    <message>
        <source>Good till a time, which is asked for</source>
        <translation>Válida até um horário, que é pedido</translation>
    </message>
    <message>
        <source>Trails in steps of</source>
        <translation>Segue em passos de</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Slide</translation>
    </message>
    <message>
        <source>Post only: moved to where it does not take</source>
        <translation>Post only: movida para onde não toma</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>Tudo ou nada</translation>
    </message>
    <message>
        <source>Fills whole or not at all</source>
        <translation>Executa inteira ou nada</translation>
    </message>
    <message>
        <source>With connection</source>
        <translation>Com conexão</translation>
    </message>
    <message>
        <source>Cancelled when the connection with the server is lost</source>
        <translation>Cancelada quando a conexão com o servidor se perde</translation>
    </message>
    <message>
        <source>Against own orders</source>
        <translation>Contra ordens próprias</translation>
    </message>
    <message>
        <source>Where it would trade with another order of this account</source>
        <translation>Se fosse negociar com outra ordem desta conta</translation>
    </message>
    <message>
        <source>Own orders: trade</source>
        <translation>Ordens próprias: executar</translation>
    </message>
    <message>
        <source>Own orders: cancel this one</source>
        <translation>Ordens próprias: cancelar esta</translation>
    </message>
    <message>
        <source>Own orders: cancel the older</source>
        <translation>Ordens próprias: cancelar a mais antiga</translation>
    </message>
    <message>
        <source>Own orders: cancel both</source>
        <translation>Ordens próprias: cancelar ambas</translation>
    </message>
    <message>
        <source>Own orders: less of both</source>
        <translation>Ordens próprias: reduzir ambas</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Até</translation>
    </message>
    <message>
        <source>expected a time to come, as 14:03 or %1</source>
        <translation>espera-se um horário futuro, como 14:03 ou %1</translation>
    </message>
    <message>
        <source>Away from it by</source>
        <translation>Distância</translation>
    </message>
</context>
<context>
    <name>qob::Tour</name>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>This is the market you look at. Click it, or just type the first letters of another one.</source>
        <translation>Este é o mercado que você vê. Clique nele ou digite as primeiras letras de outro.</translation>
    </message>
    <message>
        <source>Trading is locked at every start. Unlock it here; “Cancel all” beside it works at any time.</source>
        <translation>A negociação começa sempre travada. Destrave aqui; “Cancelar tudo”, ao lado, funciona a qualquer hora.</translation>
    </message>
    <message>
        <source>A click in the bid column buys there, in the ask column it sells. Drag an order to move it.</source>
        <translation>Um clique na coluna bid compra ali, na coluna ask vende. Arraste uma ordem para movê-la.</translation>
    </message>
    <message>
        <source>Ctrl+K finds everything: commands, panels, workspaces, markets. Panels can be moved, tabbed and popped out by their titles. F1 explains the panel you are in.</source>
        <translation>Ctrl+K acha tudo: comandos, painéis, áreas de trabalho, mercados. Painéis são movidos, agrupados em abas e destacados pelo título. F1 explica o painel em que você está.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Next (%1 of %2)</source>
        <translation>Próximo (%1 de %2)</translation>
    </message>
</context>
<context>
    <name>qob::VenuesModel</name>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 de %2 ao vivo</translation>
    </message>
    <message>
        <source>%1 of %2 live, %3 stale</source>
        <translation>%1 de %2 ao vivo, %3 desatualizados</translation>
    </message>
    <message>
        <source>%1 bad of %2</source>
        <translation>%1 erradas de %2</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Bolsa</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latência</translation>
    </message>
    <message>
        <source>Two minutes</source>
        <translation>Dois minutos</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>Mensagens/s</translation>
    </message>
    <message>
        <source>Trades/s</source>
        <translation>Negócios/s</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lacunas</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>Verificações</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Último sinal</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Reconexões</translation>
    </message>
    <message>
        <source>Live books</source>
        <translation>Livros ao vivo</translation>
    </message>
    <message>
        <source>Latency (s)</source>
        <translation>Latência (s)</translation>
    </message>
    <message>
        <source>Bad checksums</source>
        <translation>Somas de verificação erradas</translation>
    </message>
</context>
<context>
    <name>qob::VenuesPanel</name>
    <message>
        <source>Venues</source>
        <translation>Bolsas</translation>
    </message>
</context>
<context>
    <name>qob::Watchlist</name>
    <message>
        <source>Symbol or venue</source>
        <translation>Símbolo ou bolsa</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>Filtrar mercados</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>Só os com estrela</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <source>Star, or no star</source>
        <translation>Estrela, sim ou não</translation>
    </message>
</context>
<context>
    <name>qob::WindowActions</name>
    <message>
        <source>Find a command…</source>
        <translation>Buscar um comando…</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Mercado</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Negociação</translation>
    </message>
    <message>
        <source>Replay and recording</source>
        <translation>Replay e gravação</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>Adicionar um painel</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Áreas de trabalho</translation>
    </message>
    <message>
        <source>Choose a market</source>
        <translation>Escolher um mercado</translation>
    </message>
    <message>
        <source>Simulated market</source>
        <translation>Mercado simulado</translation>
    </message>
    <message>
        <source>Live markets…</source>
        <translation>Mercados ao vivo…</translation>
    </message>
    <message>
        <source>Replay recordings…</source>
        <translation>Reproduzir gravações…</translation>
    </message>
    <message>
        <source>Lock or unlock trading</source>
        <translation>Travar ou destravar a negociação</translation>
    </message>
    <message>
        <source>Cancel all orders</source>
        <translation>Cancelar todas as ordens</translation>
    </message>
    <message>
        <source>Trade with single keys</source>
        <translation>Negociar com teclas simples</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Tocar ou pausar</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Um passo</translation>
    </message>
    <message>
        <source>Record or stop recording</source>
        <translation>Gravar ou parar de gravar</translation>
    </message>
    <message>
        <source>Add a panel: %1</source>
        <translation>Adicionar um painel: %1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Salvar como…</translation>
    </message>
    <message>
        <source>Restore the default of this workspace</source>
        <translation>Restaurar o padrão desta área de trabalho</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exportar para um arquivo…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Importar de um arquivo…</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Área de trabalho: %1</translation>
    </message>
    <message>
        <source>Picture of the window…</source>
        <translation>Imagem da janela…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Tela cheia</translation>
    </message>
    <message>
        <source>Active panel into a window of its own, or back</source>
        <translation>Painel ativo em janela própria, ou de volta</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Configurações…</translation>
    </message>
    <message>
        <source>What panels cost a frame</source>
        <translation>Quanto os painéis custam por quadro</translation>
    </message>
    <message>
        <source>Help for the active panel</source>
        <translation>Ajuda do painel ativo</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>Salvar a área de trabalho</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Export the workspace</source>
        <translation>Exportar a área de trabalho</translation>
    </message>
    <message>
        <source>Workspaces (*.json)</source>
        <translation>Áreas de trabalho (*.json)</translation>
    </message>
    <message>
        <source>The workspace is in %1</source>
        <translation>A área de trabalho está em %1</translation>
    </message>
    <message>
        <source>Import a workspace</source>
        <translation>Importar uma área de trabalho</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>Conectar a um servidor…</translation>
    </message>
    <message>
        <source>There is a workspace %1. Replace it, with its drawings?</source>
        <translation>Já existe uma área de trabalho %1. Substituí-la, com seus desenhos?</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Velocidade: %1</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>Ir para um horário</translation>
    </message>
    <message>
        <source>This market has no times to jump to</source>
        <translation>Este mercado não tem horários para onde pular</translation>
    </message>
</context>
</TS>

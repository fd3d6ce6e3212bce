<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>Alert</name>
    <message>
        <source>Price at or above</source>
        <translation>Fiyat ≥</translation>
    </message>
    <message>
        <source>Price at or below</source>
        <translation>Fiyat ≤</translation>
    </message>
    <message>
        <source>Price crosses</source>
        <translation>Fiyat keser</translation>
    </message>
    <message>
        <source>Spread above (bps)</source>
        <translation>Makas (bps) &gt;</translation>
    </message>
    <message>
        <source>Volume burst of</source>
        <translation>Hacim patlaması</translation>
    </message>
    <message>
        <source>Book imbalance above (%)</source>
        <translation>Defter dengesizliği (%) &gt;</translation>
    </message>
    <message>
        <source>Price range above (bps)</source>
        <translation>Fiyat aralığı (bps) &gt;</translation>
    </message>
    <message>
        <source>Wall added of</source>
        <translation>Eklenen duvar</translation>
    </message>
    <message>
        <source>Wall pulled of</source>
        <translation>Çekilen duvar</translation>
    </message>
    <message>
        <source>Feed not live</source>
        <translation>Akış canlı değil</translation>
    </message>
    <message>
        <source>%1: %2 in %3 s</source>
        <translation>%1: %3 sn içinde %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 traded</source>
        <translation>%1 işlem gördü</translation>
    </message>
    <message>
        <source>a range of %L1 bps</source>
        <translation>%L1 bps aralık</translation>
    </message>
    <message>
        <source>traded at %1</source>
        <translation>%1 fiyattan işlem</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%2 fiyatta %1</translation>
    </message>
    <message>
        <source>a bid</source>
        <translation>bir alış</translation>
    </message>
    <message>
        <source>an offer</source>
        <translation>bir satış</translation>
    </message>
    <message>
        <source>a spread of %L1 bps</source>
        <translation>%L1 bps makas</translation>
    </message>
    <message>
        <source>%1 on one side</source>
        <translation>bir tarafta %1</translation>
    </message>
    <message>
        <source>%1 entered or left</source>
        <translation>%1: girildi ya da çıkıldı</translation>
    </message>
    <message>
        <source>%1 crossed</source>
        <translation>%1: kesildi</translation>
    </message>
    <message>
        <source>Drawing crossed</source>
        <translation>Çizim kesildi</translation>
    </message>
    <message>
        <source>Position larger than</source>
        <translation>Pozisyon şundan büyük</translation>
    </message>
    <message>
        <source>Loss of the position above</source>
        <translation>Pozisyonun zararı şunun üstünde</translation>
    </message>
    <message>
        <source>Loss of all positions above</source>
        <translation>Tüm pozisyonların zararı şunun üstünde</translation>
    </message>
    <message>
        <source>a position of %1</source>
        <translation>%1 pozisyon</translation>
    </message>
    <message>
        <source>a loss of %1 %2</source>
        <translation>%1 %2 zarar</translation>
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
        <translation>%1 g %2 sa</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 sa %2 dk</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 dk %2 sn</translation>
    </message>
    <message>
        <source>%1 ticks</source>
        <translation>%1 tick</translation>
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
        <translation>Trend çizgisi</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>Işın</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Seviye</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Dikdörtgen</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Cetvel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Not</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Turuncu</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Mavi</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Yeşil</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Mor</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Kırmızı</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Sarı</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>Camgöbeği</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gri</translation>
    </message>
</context>
<context>
    <name>ErrorCode</name>
    <message>
        <source>A number was expected and nothing was found</source>
        <translation>Bir sayı bekleniyordu, hiçbir şey yok</translation>
    </message>
    <message>
        <source>This is not a decimal number</source>
        <translation>Bu bir ondalık sayı değil</translation>
    </message>
    <message>
        <source>The number has more decimals than fit here</source>
        <translation>Sayının ondalık basamağı buraya fazla</translation>
    </message>
    <message>
        <source>The number is too large</source>
        <translation>Sayı çok büyük</translation>
    </message>
    <message>
        <source>The configuration file cannot be read</source>
        <translation>Yapılandırma dosyası okunamıyor</translation>
    </message>
    <message>
        <source>The configuration file is not valid TOML</source>
        <translation>Yapılandırma dosyası geçerli TOML değil</translation>
    </message>
    <message>
        <source>There is no such setting</source>
        <translation>Böyle bir ayar yok</translation>
    </message>
    <message>
        <source>The setting cannot take this value</source>
        <translation>Ayar bu değeri alamaz</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Dosya okunamıyor</translation>
    </message>
    <message>
        <source>The file ends too early</source>
        <translation>Dosya erken bitiyor</translation>
    </message>
    <message>
        <source>The file is in no known capture format</source>
        <translation>Dosyanın kayıt biçimi bilinmiyor</translation>
    </message>
    <message>
        <source>The message is not valid JSON</source>
        <translation>İleti geçerli JSON değil</translation>
    </message>
    <message>
        <source>The message lacks a field it must have</source>
        <translation>İletide zorunlu bir alan eksik</translation>
    </message>
    <message>
        <source>The frame cannot be unpacked</source>
        <translation>Çerçeve açılamıyor</translation>
    </message>
    <message>
        <source>Messages are missing from the feed</source>
        <translation>Akışta iletiler eksik</translation>
    </message>
    <message>
        <source>No snapshot of the book has been seen yet</source>
        <translation>Defterin anlık görüntüsü henüz gelmedi</translation>
    </message>
    <message>
        <source>The book is crossed</source>
        <translation>Defter çapraz</translation>
    </message>
    <message>
        <source>The book&apos;s checksum is not the venue&apos;s</source>
        <translation>Defterin sağlaması borsanınkiyle aynı değil</translation>
    </message>
    <message>
        <source>This venue is not supported</source>
        <translation>Bu borsa desteklenmiyor</translation>
    </message>
    <message>
        <source>The instrument&apos;s definition is invalid</source>
        <translation>Enstrüman tanımı geçersiz</translation>
    </message>
    <message>
        <source>The venue lists the instrument as halted, delisted or expired</source>
        <translation>Borsa enstrümanı durdurulmuş, kottan çıkmış ya da vadesi dolmuş gösteriyor</translation>
    </message>
    <message>
        <source>There is no such instrument</source>
        <translation>Böyle bir enstrüman yok</translation>
    </message>
    <message>
        <source>This ClOrdID was used for another order</source>
        <translation>Bu ClOrdID başka bir emirde kullanıldı</translation>
    </message>
    <message>
        <source>The ClOrdID is empty or too long</source>
        <translation>ClOrdID boş ya da çok uzun</translation>
    </message>
    <message>
        <source>The price must be greater than zero</source>
        <translation>Fiyat sıfırdan büyük olmalı</translation>
    </message>
    <message>
        <source>The price is not a multiple of the tick size</source>
        <translation>Fiyat, fiyat adımının katı değil</translation>
    </message>
    <message>
        <source>The quantity must be greater than zero</source>
        <translation>Miktar sıfırdan büyük olmalı</translation>
    </message>
    <message>
        <source>The quantity is not a multiple of the lot size</source>
        <translation>Miktar lotun katı değil</translation>
    </message>
    <message>
        <source>The order&apos;s value is below the minimum</source>
        <translation>Emrin değeri alt sınırın altında</translation>
    </message>
    <message>
        <source>The order is larger than the maximum</source>
        <translation>Emir üst sınırdan büyük</translation>
    </message>
    <message>
        <source>The free balance does not cover the order</source>
        <translation>Serbest bakiye emri karşılamıyor</translation>
    </message>
    <message>
        <source>There is no such working order</source>
        <translation>Böyle bir açık emir yok</translation>
    </message>
    <message>
        <source>The order is already done</source>
        <translation>Emir zaten bitti</translation>
    </message>
    <message>
        <source>The market&apos;s book is not live</source>
        <translation>Piyasanın defteri canlı değil</translation>
    </message>
    <message>
        <source>The order belongs to somebody else</source>
        <translation>Emir başkasına ait</translation>
    </message>
    <message>
        <source>This order type is not supported here</source>
        <translation>Bu emir türü burada desteklenmiyor</translation>
    </message>
    <message>
        <source>There is nothing on the other side to trade with</source>
        <translation>Karşı tarafta işlem yapılacak bir şey yok</translation>
    </message>
    <message>
        <source>An order with this OrderID is working</source>
        <translation>Bu OrderID ile açık bir emir var</translation>
    </message>
    <message>
        <source>The book has no room for another order</source>
        <translation>Defterde bir emre daha yer yok</translation>
    </message>
    <message>
        <source>The order&apos;s type, time in force and instructions do not go together</source>
        <translation>Emrin türü, süresi ve koşulları birbirine uymuyor</translation>
    </message>
    <message>
        <source>The stop price or the trailing offset is not valid</source>
        <translation>Stop fiyatı ya da takip mesafesi geçersiz</translation>
    </message>
    <message>
        <source>The display quantity is not valid</source>
        <translation>Görünen miktar geçersiz</translation>
    </message>
    <message>
        <source>The price is outside the price band</source>
        <translation>Fiyat, fiyat bandının dışında</translation>
    </message>
    <message>
        <source>The market does not take such an order now</source>
        <translation>Piyasa şu an böyle bir emri almıyor</translation>
    </message>
    <message>
        <source>Nothing was traded yet that the order could follow</source>
        <translation>Emrin izleyebileceği bir işlem henüz olmadı</translation>
    </message>
    <message>
        <source>There is no position that the order could reduce</source>
        <translation>Emrin azaltabileceği bir pozisyon yok</translation>
    </message>
    <message>
        <source>The order must not take, and would trade at this price</source>
        <translation>Emir piyasadan almamalı, ama bu fiyattan işlem görürdü</translation>
    </message>
    <message>
        <source>The order could not be filled whole and was not filled</source>
        <translation>Emir bütünüyle karşılanamadı ve işlenmedi</translation>
    </message>
    <message>
        <source>The order would have traded with its own owner</source>
        <translation>Emir kendi sahibiyle işlem görürdü</translation>
    </message>
    <message>
        <source>The order&apos;s time has passed</source>
        <translation>Emrin süresi doldu</translation>
    </message>
    <message>
        <source>The trading day has ended</source>
        <translation>İşlem günü bitti</translation>
    </message>
    <message>
        <source>The order it is linked to is done</source>
        <translation>Bağlı olduğu emir bitti</translation>
    </message>
    <message>
        <source>Another order of the list is not valid</source>
        <translation>Listedeki başka bir emir geçersiz</translation>
    </message>
    <message>
        <source>Trading of this account is stopped</source>
        <translation>Bu hesabın işlemleri durduruldu</translation>
    </message>
    <message>
        <source>There is no such account</source>
        <translation>Böyle bir hesap yok</translation>
    </message>
    <message>
        <source>The session is closed</source>
        <translation>Oturum kapalı</translation>
    </message>
    <message>
        <source>This market has no past to move to</source>
        <translation>Bu piyasanın gidilecek bir geçmişi yok</translation>
    </message>
    <message>
        <source>The time is outside the recording</source>
        <translation>Zaman kaydın dışında</translation>
    </message>
    <message>
        <source>There is no such file or directory</source>
        <translation>Böyle bir dosya ya da klasör yok</translation>
    </message>
    <message>
        <source>Another program writes to this directory</source>
        <translation>Bu klasöre başka bir program yazıyor</translation>
    </message>
    <message>
        <source>The journal is damaged</source>
        <translation>Günlük hasarlı</translation>
    </message>
    <message>
        <source>Records are missing from the journal</source>
        <translation>Günlükte kayıtlar eksik</translation>
    </message>
    <message>
        <source>It is not known up to where the journal was written safely</source>
        <translation>Günlüğün nereye kadar güvenle yazıldığı bilinmiyor</translation>
    </message>
    <message>
        <source>The file was written by another version of the program</source>
        <translation>Dosya programın başka bir sürümüyle yazılmış</translation>
    </message>
    <message>
        <source>There is no space left for the journal</source>
        <translation>Günlük için yer kalmadı</translation>
    </message>
    <message>
        <source>The journal&apos;s disk has failed</source>
        <translation>Günlüğün diski bozuldu</translation>
    </message>
    <message>
        <source>The record is too large for the journal</source>
        <translation>Kayıt günlük için çok büyük</translation>
    </message>
    <message>
        <source>The journal cannot have these settings</source>
        <translation>Günlük bu ayarları alamaz</translation>
    </message>
    <message>
        <source>The snapshot is damaged</source>
        <translation>Anlık görüntü hasarlı</translation>
    </message>
    <message>
        <source>The snapshot is not of this journal</source>
        <translation>Anlık görüntü bu günlüğün değil</translation>
    </message>
    <message>
        <source>The recorded history is damaged</source>
        <translation>Kaydedilen geçmiş hasarlı</translation>
    </message>
    <message>
        <source>The history was written by another version of the program</source>
        <translation>Geçmiş programın başka bir sürümüyle yazılmış</translation>
    </message>
    <message>
        <source>A part of the market was not recorded</source>
        <translation>Piyasanın bir bölümü kaydedilmedi</translation>
    </message>
    <message>
        <source>The market is faster than it can be recorded</source>
        <translation>Piyasa kaydedilebileceğinden hızlı</translation>
    </message>
    <message>
        <source>This is older than what is recorded already</source>
        <translation>Bu, zaten kaydedilenden eski</translation>
    </message>
    <message>
        <source>There is no space left to record on</source>
        <translation>Kayıt için yer kalmadı</translation>
    </message>
    <message>
        <source>The disk that is recorded on has failed</source>
        <translation>Kaydın diski bozuldu</translation>
    </message>
    <message>
        <source>This is not a usable address</source>
        <translation>Bu adres kullanılamaz</translation>
    </message>
    <message>
        <source>The host&apos;s name could not be looked up</source>
        <translation>Sunucunun adı çözülemedi</translation>
    </message>
    <message>
        <source>There is no connection to the host</source>
        <translation>Sunucuyla bağlantı yok</translation>
    </message>
    <message>
        <source>The host could not be proven to be who it says it is</source>
        <translation>Sunucunun kimliği kanıtlanamadı</translation>
    </message>
    <message>
        <source>The server refused the stream</source>
        <translation>Sunucu akışı reddetti</translation>
    </message>
    <message>
        <source>The other side is silent</source>
        <translation>Karşı taraf sessiz</translation>
    </message>
    <message>
        <source>The connection ended</source>
        <translation>Bağlantı sona erdi</translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation>Sunucu isteği reddetti</translation>
    </message>
    <message>
        <source>Data comes faster than it can be read</source>
        <translation>Veri okunabileceğinden hızlı geliyor</translation>
    </message>
    <message>
        <source>Nobody is logged in</source>
        <translation>Kimse oturum açmadı</translation>
    </message>
    <message>
        <source>The name or the password is wrong</source>
        <translation>Ad ya da parola yanlış</translation>
    </message>
    <message>
        <source>The token is not one of ours</source>
        <translation>Belirteç bizim değil</translation>
    </message>
    <message>
        <source>The token is no longer valid</source>
        <translation>Belirteç artık geçerli değil</translation>
    </message>
    <message>
        <source>The session or key was withdrawn</source>
        <translation>Oturum ya da anahtar geri alındı</translation>
    </message>
    <message>
        <source>The code of the second factor is needed</source>
        <translation>İkinci etken kodu gerekli</translation>
    </message>
    <message>
        <source>The code of the second factor is wrong</source>
        <translation>İkinci etken kodu yanlış</translation>
    </message>
    <message>
        <source>There were too many wrong tries; wait before the next one</source>
        <translation>Çok fazla yanlış deneme; bir sonrakinden önce bekleyin</translation>
    </message>
    <message>
        <source>This user may not do that</source>
        <translation>Bu kullanıcı bunu yapamaz</translation>
    </message>
    <message>
        <source>The key may not be used from this address</source>
        <translation>Anahtar bu adresten kullanılamaz</translation>
    </message>
    <message>
        <source>The signature is not that of this request</source>
        <translation>İmza bu isteğin değil</translation>
    </message>
    <message>
        <source>The request&apos;s time is too far from the server&apos;s</source>
        <translation>İsteğin zamanı sunucununkinden çok uzak</translation>
    </message>
    <message>
        <source>The request was sent before</source>
        <translation>İstek daha önce gönderildi</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>Böyle bir anahtar yok</translation>
    </message>
    <message>
        <source>The password is too easy to guess</source>
        <translation>Parola çok kolay tahmin edilir</translation>
    </message>
    <message>
        <source>Another user has this name</source>
        <translation>Bu ad başka bir kullanıcının</translation>
    </message>
    <message>
        <source>This cannot be a user&apos;s name</source>
        <translation>Bu bir kullanıcı adı olamaz</translation>
    </message>
    <message>
        <source>There is no such user</source>
        <translation>Böyle bir kullanıcı yok</translation>
    </message>
    <message>
        <source>The login provider did not confirm who this is</source>
        <translation>Giriş sağlayıcısı kimliği doğrulamadı</translation>
    </message>
    <message>
        <source>New users are made by an administrator only</source>
        <translation>Yeni kullanıcıyı yalnızca yönetici açar</translation>
    </message>
    <message>
        <source>The key that protects secrets cannot be had</source>
        <translation>Sırları koruyan anahtara ulaşılamıyor</translation>
    </message>
    <message>
        <source>A protected secret was changed or is under another key</source>
        <translation>Korunan bir sır değişmiş ya da başka bir anahtarda</translation>
    </message>
    <message>
        <source>A cryptographic operation failed</source>
        <translation>Bir şifreleme işlemi başarısız oldu</translation>
    </message>
    <message>
        <source>The audit trail was changed</source>
        <translation>Denetim izi değiştirilmiş</translation>
    </message>
    <message>
        <source>The request cannot be understood</source>
        <translation>İstek anlaşılamıyor</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>Bu adreste bir şey yok</translation>
    </message>
    <message>
        <source>This address does not take that method</source>
        <translation>Bu adres o yöntemi almıyor</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>İstek çok büyük</translation>
    </message>
    <message>
        <source>The request did not arrive in time</source>
        <translation>İstek zamanında gelmedi</translation>
    </message>
    <message>
        <source>There were too many requests; wait before the next one</source>
        <translation>Çok fazla istek; bir sonrakinden önce bekleyin</translation>
    </message>
    <message>
        <source>A parameter is missing</source>
        <translation>Bir parametre eksik</translation>
    </message>
    <message>
        <source>A parameter cannot take this value</source>
        <translation>Bir parametre bu değeri alamaz</translation>
    </message>
    <message>
        <source>The body is of a kind that is not read here</source>
        <translation>Gövdenin türü burada okunmuyor</translation>
    </message>
    <message>
        <source>The engine has no room for the request; try again</source>
        <translation>Motorda istek için yer yok; yeniden deneyin</translation>
    </message>
    <message>
        <source>This version cannot do that yet</source>
        <translation>Bu sürüm bunu henüz yapamıyor</translation>
    </message>
    <message>
        <source>This does not go together with what is there</source>
        <translation>Bu, var olanla uyuşmuyor</translation>
    </message>
    <message>
        <source>There is no such stream</source>
        <translation>Böyle bir akış yok</translation>
    </message>
    <message>
        <source>The connection has too many streams</source>
        <translation>Bağlantının çok fazla akışı var</translation>
    </message>
    <message>
        <source>The connection reads too slowly</source>
        <translation>Bağlantı çok yavaş okuyor</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>Veritabanına ulaşılamıyor</translation>
    </message>
    <message>
        <source>The database refused the operation</source>
        <translation>Veritabanı işlemi reddetti</translation>
    </message>
    <message>
        <source>The database was made by another version of the program</source>
        <translation>Veritabanı programın başka bir sürümüyle yapılmış</translation>
    </message>
    <message>
        <source>There is no such record</source>
        <translation>Böyle bir kayıt yok</translation>
    </message>
    <message>
        <source>There is such a record already</source>
        <translation>Böyle bir kayıt zaten var</translation>
    </message>
    <message>
        <source>The backup is damaged</source>
        <translation>Yedek hasarlı</translation>
    </message>
</context>
<context>
    <name>HeatOverlays</name>
    <message>
        <source>new</source>
        <translation>yeni</translation>
    </message>
    <message>
        <source>5 min and older</source>
        <translation>5 dk ve eski</translation>
    </message>
    <message>
        <source>added</source>
        <translation>yeni</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>çekilen</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>dolan</translation>
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
        <translation>dokunulmamış POC</translation>
    </message>
    <message>
        <source>Cumulative delta</source>
        <translation>Birikimli delta</translation>
    </message>
    <message>
        <source>≈ iceberg</source>
        <translation>≈ iceberg</translation>
    </message>
    <message>
        <source>VWAP since %1</source>
        <translation>VWAP, %1 itibarıyla</translation>
    </message>
    <message>
        <source>iceberg</source>
        <translation>buzdağı</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Buy at the bid</source>
        <translation>Alıştan al</translation>
    </message>
    <message>
        <source>Sell at the ask</source>
        <translation>Satıştan sat</translation>
    </message>
    <message>
        <source>Take the ask</source>
        <translation>Satışı kaldır</translation>
    </message>
    <message>
        <source>Take the bid</source>
        <translation>Alışa vur</translation>
    </message>
    <message>
        <source>Buy at market</source>
        <translation>Piyasadan al</translation>
    </message>
    <message>
        <source>Sell at market</source>
        <translation>Piyasadan sat</translation>
    </message>
    <message>
        <source>Cancel the orders of this market</source>
        <translation>Bu piyasanın emirlerini iptal et</translation>
    </message>
    <message>
        <source>Cancel the stops of this market</source>
        <translation>Bu piyasanın stoplarını iptal et</translation>
    </message>
    <message>
        <source>Close the position</source>
        <translation>Pozisyonu kapat</translation>
    </message>
    <message>
        <source>Reverse the position</source>
        <translation>Pozisyonu ters çevir</translation>
    </message>
    <message>
        <source>Cancel and close everything</source>
        <translation>Hepsini iptal et ve kapat</translation>
    </message>
</context>
<context>
    <name>OrderGuard</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1, fiyat %2</translation>
    </message>
    <message>
        <source>It is worth %1 %2.</source>
        <translation>Değeri %1 %2.</translation>
    </message>
    <message>
        <source>Its price is %1 beyond the best of the other side.</source>
        <translation>Fiyatı karşı tarafın en iyisini %1 aşıyor.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Heat map</source>
        <translation>Isı haritası</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Kademe</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>Mumlar</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>Footprint</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Hacim profili</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Derinlik</translation>
    </message>
    <message>
        <source>Time and sales</source>
        <translation>Zaman ve işlemler</translation>
    </message>
    <message>
        <source>Order ticket</source>
        <translation>Emir fişi</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>İzleme listesi</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Borsalar</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarmlar</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performans</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Hesap</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Günlük</translation>
    </message>
    <message>
        <source>3D depth</source>
        <translation>3B derinlik</translation>
    </message>
</context>
<context>
    <name>QuickTrade</name>
    <message>
        <source>Cancel every order and close every position?</source>
        <translation>Tüm emirler iptal edilip tüm pozisyonlar kapatılsın mı?</translation>
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
        <translation>Emir akışı</translation>
    </message>
    <message>
        <source>Multi-venue</source>
        <translation>Çok borsa</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portföy</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Analist</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 yazılamıyor: %2</translation>
    </message>
</context>
<context>
    <name>qob</name>
    <message>
        <source>Buy</source>
        <translation>Al</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Piyasa</translation>
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
        <translation>Stop limit</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>Piyasadan limite</translation>
    </message>
    <message>
        <source>Pegged</source>
        <translation>Sabitli</translation>
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
        <translation>Gün</translation>
    </message>
    <message>
        <source>GTD</source>
        <translation>GTD</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Açılış</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapanış</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Kısmi</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Gerçekleşti</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>İptal</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>İptal ediliyor</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Reddedildi</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gönderildi</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Değişiyor</translation>
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
        <translation>Görüntü bekleniyor</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Canlı</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Bayat</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Bitti</translation>
    </message>
    <message>
        <source>SIM</source>
        <translation>SİM</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>TEKRAR</translation>
    </message>
    <message>
        <source>LIVE · PAPER</source>
        <translation>CANLI · SANAL</translation>
    </message>
    <message>
        <source>Waiting for the venue&apos;s book</source>
        <translation>Borsanın defteri bekleniyor</translation>
    </message>
    <message>
        <source>Stale book. %1</source>
        <translation>Defter bayat. %1</translation>
    </message>
    <message>
        <source>Stale book: not the venue&apos;s any more</source>
        <translation>Defter bayat: artık borsanınki değil</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>Kayıt bitti</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 sn</translation>
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
        <translation>%%1</translation>
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
        <translation>Bir alarmın webhook&apos;u başarısız oldu: %1</translation>
    </message>
</context>
<context>
    <name>qob::AlertDialog</name>
    <message>
        <source>Each time it becomes true, not only once</source>
        <translation>Yalnızca bir kez değil, her gerçekleştiğinde</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ses</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>Pencere</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>Yeni alarm</translation>
    </message>
    <message>
        <source>Change the alert</source>
        <translation>Alarmı değiştir</translation>
    </message>
    <message>
        <source> s</source>
        <translation> sn</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Piyasa</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>Tell by</source>
        <translation>Bildirim</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Not</translation>
    </message>
    <message>
        <source>The webhook is not an http or https address</source>
        <translation>Webhook bir http ya da https adresi değil</translation>
    </message>
    <message>
        <source>This market has no such value</source>
        <translation>Bu piyasada böyle bir değer yok</translation>
    </message>
</context>
<context>
    <name>qob::Alerts</name>
    <message>
        <source>The alerts cannot be read: %1; kept as %2</source>
        <translation>Alarmlar okunamıyor: %1; %2 olarak saklandı</translation>
    </message>
    <message>
        <source>The alerts cannot be saved: %1: %2</source>
        <translation>Alarmlar kaydedilemiyor: %1: %2</translation>
    </message>
    <message>
        <source>The alerts cannot be read and are not kept: %1: %2</source>
        <translation>Alarmlar okunamıyor ve saklanmıyor: %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n alarm okunamıyor; dosya %1 olarak saklandı</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::AlertsModel</name>
    <message>
        <source>Each time</source>
        <translation>Her seferinde</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Bir kez</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>ses</translation>
    </message>
    <message>
        <source>pop-up</source>
        <translation>pencere</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>webhook</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Piyasa</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Koşul</translation>
    </message>
    <message>
        <source>Fires</source>
        <translation>Tetiklenir</translation>
    </message>
    <message>
        <source>Tells by</source>
        <translation>Bildirim</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Not</translation>
    </message>
</context>
<context>
    <name>qob::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>Alarmlar</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geçmiş</translation>
    </message>
    <message>
        <source>History of alerts</source>
        <translation>Alarm geçmişi</translation>
    </message>
    <message>
        <source>New alert…</source>
        <translation>Yeni alarm…</translation>
    </message>
    <message>
        <source>Change the alert…</source>
        <translation>Alarmı değiştir…</translation>
    </message>
    <message>
        <source>Remove the alert</source>
        <translation>Alarmı kaldır</translation>
    </message>
</context>
<context>
    <name>qob::BalancesModel</name>
    <message>
        <source>Asset</source>
        <translation>Varlık</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Serbest</translation>
    </message>
    <message>
        <source>In orders</source>
        <translation>Emirlerde</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Toplam</translation>
    </message>
</context>
<context>
    <name>qob::Blotters</name>
    <message>
        <source>Filter</source>
        <translation>Süzgeç</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Satırları süz</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>İşlemler</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Pozisyonlar</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Bakiyeler</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>İletiler</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Emirler</translation>
    </message>
</context>
<context>
    <name>qob::CandleChart</name>
    <message>
        <source>Candles</source>
        <translation>Mumlar</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Çubuklar</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Çizgi</translation>
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
        <translation>Hacim</translation>
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
        <translation>Açık pozisyon</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 itibarıyla</translation>
    </message>
</context>
<context>
    <name>qob::CandlesPanel</name>
    <message>
        <source>How candles are drawn</source>
        <translation>Mumların çizimi</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Göstergeler</translation>
    </message>
    <message>
        <source>Choose indicators and their parameters</source>
        <translation>Göstergeleri ve ayarlarını seç</translation>
    </message>
</context>
<context>
    <name>qob::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Komut bul</translation>
    </message>
    <message>
        <source>Command, panel, workspace or market</source>
        <translation>Komut, panel, çalışma alanı ya da piyasa</translation>
    </message>
</context>
<context>
    <name>qob::ConnectDialog</name>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>Parolayı anahtarlıkta sakla</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Listeden çıkar</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Bir sunucuya bağlan</translation>
    </message>
    <message>
        <source>A qob server runs the engine, its orders and its accounts; this terminal shows them and trades there. The connection is always encrypted.</source>
        <translation>Bir qob sunucusu motoru, emirlerini ve hesaplarını çalıştırır; bu terminal onları gösterir ve orada işlem yapar. Bağlantı her zaman şifrelidir.</translation>
    </message>
    <message>
        <source>Saved servers</source>
        <translation>Kayıtlı sunucular</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Kullanıcı</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>İkinci faktörün kodu</translation>
    </message>
    <message>
        <source>Optional: what you call it</source>
        <translation>İsteğe bağlı: ona verdiğiniz ad</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Bağlan</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Başka bir sunucu</translation>
    </message>
    <message>
        <source>A user and a password are needed.</source>
        <translation>Bir kullanıcı ve bir parola gerekli.</translation>
    </message>
    <message>
        <source>Connecting with %1…</source>
        <translation>%1 ile bağlantı kuruluyor…</translation>
    </message>
    <message>
        <source>Nobody known vouches for the certificate of %1. Its SHA-256 fingerprint is
%2
Compare it with what the server prints when it starts, and trust it only if they are the same.</source>
        <translation>%1 sertifikasına kefil olan bilinen kimse yok. SHA-256 parmak izi
%2
Sunucunun başlarken yazdığıyla karşılaştırın ve yalnızca aynıysa güvenin.</translation>
    </message>
    <message>
        <source>They are the same: trust it</source>
        <translation>Aynılar: güven</translation>
    </message>
    <message>
        <source>%1 shows another certificate than before. Somebody may be listening in: nothing was sent.
Known: %2
Shown: %3</source>
        <translation>%1 öncekinden farklı bir sertifika gösteriyor. Birisi dinliyor olabilir: hiçbir şey gönderilmedi.
Bilinen: %2
Gösterilen: %3</translation>
    </message>
    <message>
        <source>Forget the known certificate</source>
        <translation>Bilinen sertifikayı unut</translation>
    </message>
    <message>
        <source>It holds for now, but could not be written down.</source>
        <translation>Şimdilik geçerli, ama yazılamadı.</translation>
    </message>
</context>
<context>
    <name>qob::DataTable</name>
    <message>
        <source>Copy the selected rows</source>
        <translation>Seçili satırları kopyala</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>CSV olarak dışa aktar…</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSV olarak dışa aktar</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 yazılamıyor: %2</translation>
    </message>
    <message>
        <source>%1 (asset)</source>
        <translation>%1 (varlık)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Sütunlar</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sırala</translation>
    </message>
</context>
<context>
    <name>qob::DepthChart</name>
    <message>
        <source>Depth chart</source>
        <translation>Derinlik grafiği</translation>
    </message>
    <message>
        <source>All venues together</source>
        <translation>Bütün borsalar birlikte</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>yükleniyor</translation>
    </message>
    <message>
        <source>sizes cannot be compared</source>
        <translation>büyüklükler karşılaştırılamaz</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1, %2 hariç</translation>
    </message>
</context>
<context>
    <name>qob::DepthSurface</name>
    <message>
        <source>3D depth</source>
        <translation>3B derinlik</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 dakika</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 dakika</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 dakika</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 saat</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Görünümü geri al</translation>
    </message>
</context>
<context>
    <name>qob::DrawingTools</name>
    <message>
        <source>Draw lines, levels, rectangles, rulers and notes</source>
        <translation>Çizgi, seviye, dikdörtgen, cetvel ve not çiz</translation>
    </message>
    <message>
        <source>Text of the drawing</source>
        <translation>Çizimin metni</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Renk</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Kalınlık</translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation>
            <numerusform>%n piksel</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Kesikli</translation>
    </message>
    <message>
        <source>Extend to the left</source>
        <translation>Sola uzat</translation>
    </message>
    <message>
        <source>Extend to the right</source>
        <translation>Sağa uzat</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Çiz</translation>
    </message>
    <message>
        <source>Keep the tool after use</source>
        <translation>Kullandıktan sonra aracı bırakma</translation>
    </message>
    <message>
        <source>Undo the drawing</source>
        <translation>Çizimi geri al</translation>
    </message>
    <message>
        <source>Redo the drawing</source>
        <translation>Çizimi yinele</translation>
    </message>
    <message>
        <source>Delete all drawings of this market</source>
        <translation>Bu piyasanın tüm çizimlerini sil</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Kilitli</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>Kesilince uyar</translation>
    </message>
    <message>
        <source>Edit the text…</source>
        <translation>Metni düzenle…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Çoğalt</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>In every workspace</source>
        <translation>Her çalışma alanında</translation>
    </message>
</context>
<context>
    <name>qob::Drawings</name>
    <message numerus="yes">
        <source>%n drawing(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n çizim okunamıyor; dosya %1 olarak saklandı</numerusform>
        </translation>
    </message>
    <message>
        <source>The drawings cannot be read: %1; kept as %2</source>
        <translation>Çizimler okunamıyor: %1; %2 olarak saklandı</translation>
    </message>
    <message>
        <source>The drawings cannot be saved: %1: %2</source>
        <translation>Çizimler kaydedilemiyor: %1: %2</translation>
    </message>
    <message>
        <source>The drawings cannot be read and are not kept: %1: %2</source>
        <translation>Çizimler okunamıyor ve saklanmıyor: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::EquityChart</name>
    <message>
        <source>Profit over time</source>
        <translation>Zaman içinde kâr</translation>
    </message>
    <message>
        <source>Profit %1 %3, largest drawdown %2 %3</source>
        <translation>Kâr %1 %3, en büyük düşüş %2 %3</translation>
    </message>
    <message>
        <source>Nothing was traded yet</source>
        <translation>Henüz işlem yok</translation>
    </message>
</context>
<context>
    <name>qob::FillSums</name>
    <message>
        <source>Market</source>
        <translation>Piyasa</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>İşlemler</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Hacim</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Komisyonlar</translation>
    </message>
    <message>
        <source>As maker</source>
        <translation>Maker olarak</translation>
    </message>
    <message>
        <source>As maker (%)</source>
        <translation>Maker olarak (%)</translation>
    </message>
</context>
<context>
    <name>qob::FillsModel</name>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Piyasa</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Yön</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Fiyat</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Miktar</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Komisyon</translation>
    </message>
    <message>
        <source>Liquidity</source>
        <translation>Likidite</translation>
    </message>
</context>
<context>
    <name>qob::FiredAlertsModel</name>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ne oldu</translation>
    </message>
</context>
<context>
    <name>qob::FootprintChart</name>
    <message>
        <source>Bid × ask</source>
        <translation>Alış × satış</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Hacim</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>Footprint</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>Fiyat bazında hacim henüz yok</translation>
    </message>
    <message>
        <source>Volume at price since %1, prices rough before %2</source>
        <translation>%1 itibarıyla fiyat bazında hacim, %2 öncesi fiyatlar yaklaşık</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>%1 itibarıyla fiyat bazında hacim</translation>
    </message>
    <message>
        <source>Delta %</source>
        <translation>Delta %</translation>
    </message>
    <message>
        <source>Max delta</source>
        <translation>En çok delta</translation>
    </message>
    <message>
        <source>Min delta</source>
        <translation>En az delta</translation>
    </message>
</context>
<context>
    <name>qob::FootprintPanel</name>
    <message>
        <source>Rows: auto</source>
        <translation>Satır: oto</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Satır: %1</translation>
    </message>
    <message>
        <source>What the cells say</source>
        <translation>Hücreler ne gösterir</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>Satır başına tik</translation>
    </message>
    <message>
        <source>Which imbalances are marked</source>
        <translation>Hangi dengesizlikler işaretlenir</translation>
    </message>
    <message>
        <source>As many as can be read</source>
        <translation>Okunabildiği kadar</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n tik</numerusform>
        </translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>Dengesizlik</translation>
    </message>
    <message>
        <source>Ratio, %</source>
        <translation>Oran, %</translation>
    </message>
    <message>
        <source>Least size</source>
        <translation>En az büyüklük</translation>
    </message>
    <message>
        <source>Stacked rows</source>
        <translation>Ardışık satır</translation>
    </message>
</context>
<context>
    <name>qob::FramePlate</name>
    <message>
        <source>Frame costs</source>
        <translation>Kare maliyeti</translation>
    </message>
    <message>
        <source>%1 fps, frame p50 %2, p99 %3</source>
        <translation>%1 fps, kare p50 %2, p99 %3</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>kare</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>ortalama</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>en kötü</translation>
    </message>
</context>
<context>
    <name>qob::HeaderBar</name>
    <message>
        <source>Header</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Choose a market (Ctrl+M)</source>
        <translation>Piyasa seç (Ctrl+M)</translation>
    </message>
    <message>
        <source>Last trade</source>
        <translation>Son işlem</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>Alış</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Satış</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Makas</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Hepsini iptal et</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>No market yet</source>
        <translation>Henüz piyasa yok</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Kilitli</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>İşleme açık</translation>
    </message>
    <message>
        <source>No order can leave. Click to unlock trading (Ctrl+L)</source>
        <translation>Hiçbir emir çıkamaz. İşlem kilidini açmak için tıklayın (Ctrl+L)</translation>
    </message>
    <message>
        <source>Clicks send orders. Lock (Ctrl+L)</source>
        <translation>Tıklamalar emir gönderir. Kilitle (Ctrl+L)</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading; Esc cancels only</source>
        <translation>Bekleyen tüm emirleri hemen iptal eder ve işlemi kilitler; Esc yalnızca iptal eder</translation>
    </message>
</context>
<context>
    <name>qob::HeatMap</name>
    <message>
        <source>Heat map</source>
        <translation>Isı haritası</translation>
    </message>
    <message>
        <source>1 m</source>
        <translation>1 d</translation>
    </message>
    <message>
        <source>5 m</source>
        <translation>5 d</translation>
    </message>
    <message>
        <source>15 m</source>
        <translation>15 d</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 s</translation>
    </message>
    <message>
        <source>Show %1 of history and follow it</source>
        <translation>%1 geçmişi göster ve izle</translation>
    </message>
    <message>
        <source>Colours, contrast and sizes</source>
        <translation>Renkler, karşıtlık ve büyüklükler</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>veri yok</translation>
    </message>
    <message>
        <source> · first in queue</source>
        <translation> · sırada ilk</translation>
    </message>
    <message>
        <source> · %1 ahead</source>
        <translation> · önünde %1</translation>
    </message>
    <message>
        <source> · ≈ %1 ahead</source>
        <translation> · önünde ≈ %1</translation>
    </message>
    <message>
        <source>Heat map settings…</source>
        <translation>Isı haritası ayarları…</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palet</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Klasik</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Tek renk</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>Renk körlüğüne uygun</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>Renk şunu gösterir</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>Bekleyen büyüklük</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>Bekleyen büyüklük, yaşa göre parlak</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>Eklenen, çekilen, dolan</translation>
    </message>
    <message>
        <source>Lock contrast</source>
        <translation>Karşıtlığı sabitle</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Daha koyu</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Daha açık</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Otomatik</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n tik</numerusform>
        </translation>
    </message>
    <message>
        <source>Price rows</source>
        <translation>Fiyat satırları</translation>
    </message>
    <message>
        <source>Trade bubbles</source>
        <translation>İşlem baloncukları</translation>
    </message>
    <message>
        <source>Best bid and ask lines</source>
        <translation>En iyi alış ve satış çizgileri</translation>
    </message>
    <message>
        <source>Last price line</source>
        <translation>Son fiyat çizgisi</translation>
    </message>
    <message>
        <source>Session VWAP</source>
        <translation>Oturum VWAP</translation>
    </message>
    <message>
        <source>Cumulative volume delta</source>
        <translation>Birikimli hacim deltası</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Hacim profili</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Yok</translation>
    </message>
    <message>
        <source>Of what is shown</source>
        <translation>Gösterilenin</translation>
    </message>
    <message>
        <source>Of the whole history held</source>
        <translation>Tutulan bütün geçmişin</translation>
    </message>
    <message>
        <source>Naked points of control (15 min)</source>
        <translation>Dokunulmamış POC&apos;ler (15 dk)</translation>
    </message>
    <message>
        <source>Large lots</source>
        <translation>Büyük lotlar</translation>
    </message>
    <message>
        <source>Back to the market</source>
        <translation>Piyasaya dön</translation>
    </message>
    <message>
        <source>Centre the price</source>
        <translation>Fiyatı ortala</translation>
    </message>
    <message>
        <source>Follow the price</source>
        <translation>Fiyatı izle</translation>
    </message>
    <message>
        <source>Zoom in on price</source>
        <translation>Fiyatı yakınlaştır</translation>
    </message>
    <message>
        <source>Zoom out of price</source>
        <translation>Fiyatı uzaklaştır</translation>
    </message>
    <message>
        <source>Zoom in on time</source>
        <translation>Zamanı yakınlaştır</translation>
    </message>
    <message>
        <source>Zoom out of time</source>
        <translation>Zamanı uzaklaştır</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gösterilen süre</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 dakika</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 dakika</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 dakika</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 saat</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>Piyasa bekleniyor</translation>
    </message>
    <message>
        <source>Waiting for history</source>
        <translation>Geçmiş bekleniyor</translation>
    </message>
    <message>
        <source>Icebergs</source>
        <translation>Buzdağları</translation>
    </message>
</context>
<context>
    <name>qob::HeatSettings</name>
    <message>
        <source>Restore defaults</source>
        <translation>Varsayılanlara dön</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Klasik</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Tek renk</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>Renk körlüğüne uygun</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>Bekleyen büyüklük</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>Bekleyen büyüklük, yaşa göre parlak</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>Eklenen, çekilen, dolan</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Renkler</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palet</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>Renk şunu gösterir</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gama</translation>
    </message>
    <message>
        <source>Lower shows more of the small sizes</source>
        <translation>Düşük değer küçük büyüklükleri daha çok gösterir</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Parlaklık</translation>
    </message>
    <message>
        <source>J darker, K brighter</source>
        <translation>J daha koyu, K daha açık</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Karşıtlık</translation>
    </message>
    <message>
        <source>Percent of the largest</source>
        <translation>En büyüğün yüzdesi</translation>
    </message>
    <message>
        <source>Exact size</source>
        <translation>Tam büyüklük</translation>
    </message>
    <message>
        <source>Cutoffs in</source>
        <translation>Sınır birimi</translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation>Altını gizle</translation>
    </message>
    <message>
        <source>Smaller sizes are not shown</source>
        <translation>Daha küçük büyüklükler gösterilmez</translation>
    </message>
    <message>
        <source>Full colour from</source>
        <translation>Tam renk sınırı</translation>
    </message>
    <message>
        <source>This size and larger ones look alike</source>
        <translation>Bu büyüklük ve üstü aynı görünür</translation>
    </message>
    <message>
        <source>Lock at what is largest now</source>
        <translation>Şu an en büyük olana sabitle</translation>
    </message>
    <message>
        <source>Colours stay comparable while the map moves</source>
        <translation>Harita ilerlerken renkler karşılaştırılabilir kalır</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>oto</translation>
    </message>
    <message>
        <source>Prices that are added up in one row</source>
        <translation>Bir satırda toplanan fiyatlar</translation>
    </message>
    <message>
        <source>Ticks a row</source>
        <translation>Satır başına tik</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>İşlemler</translation>
    </message>
    <message>
        <source>Smallest bubble</source>
        <translation>En küçük baloncuk</translation>
    </message>
    <message>
        <source>Smaller trades get no bubble</source>
        <translation>Daha küçük işlemlere baloncuk çizilmez</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Trades this near each other are one bubble at their average price</source>
        <translation>Bu kadar yakın işlemler ortalama fiyatta tek baloncuk olur</translation>
    </message>
    <message>
        <source>Gather over</source>
        <translation>Topla</translation>
    </message>
    <message>
        <source>Large lot from</source>
        <translation>Büyük lot sınırı</translation>
    </message>
    <message>
        <source>What the marks of large lots and icebergs show</source>
        <translation>Büyük lot ve iceberg işaretleri neyi gösterir</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>en büyükler</translation>
    </message>
</context>
<context>
    <name>qob::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Yardım</translation>
    </message>
</context>
<context>
    <name>qob::IndicatorMenu</name>
    <message>
        <source>Standard deviations</source>
        <translation>Standart sapma</translation>
    </message>
    <message>
        <source>Fast period</source>
        <translation>Hızlı dönem</translation>
    </message>
    <message>
        <source>Slow period</source>
        <translation>Yavaş dönem</translation>
    </message>
    <message>
        <source>Signal period</source>
        <translation>Sinyal dönemi</translation>
    </message>
    <message>
        <source>Period, in candles</source>
        <translation>Dönem, mum olarak</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Göstergeler</translation>
    </message>
    <message>
        <source>One more of these</source>
        <translation>Bundan bir tane daha</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>günlük</translation>
    </message>
    <message>
        <source>Begins anew at 00:00 UTC</source>
        <translation>00:00 UTC&apos;de yeniden başlar</translation>
    </message>
</context>
<context>
    <name>qob::InstrumentsModel</name>
    <message>
        <source>Symbol</source>
        <translation>Sembol</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Borsa</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 s</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Makas</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>İşlem değeri</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Son saat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>24 h (%)</source>
        <translation>24 sa (%)</translation>
    </message>
</context>
<context>
    <name>qob::IntervalPicker</name>
    <message>
        <source>%1 s</source>
        <translation>%1 sn</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>%1 w</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 A</translation>
    </message>
    <message>
        <source>Candles of %1</source>
        <translation>%1 mumları</translation>
    </message>
    <message>
        <source>All intervals</source>
        <translation>Bütün aralıklar</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Daha</translation>
    </message>
</context>
<context>
    <name>qob::Ladder</name>
    <message>
        <source>Price ladder</source>
        <translation>Fiyat kademesi</translation>
    </message>
    <message>
        <source>%1 %2 at %3
%4 left, %5 filled
%6 ahead in the queue
%7
Drag to re-price, x to cancel</source>
        <translation>%3 fiyattan %1 %2
%4 kaldı, %5 gerçekleşti
sırada önünde %6
%7
Fiyatı değiştirmek için sürükle, iptal için x</translation>
    </message>
    <message>
        <source>Centre on the market</source>
        <translation>Piyasayı ortala</translation>
    </message>
    <message>
        <source>Keep the market in the middle</source>
        <translation>Piyasayı ortada tut</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Sütunlar</translation>
    </message>
    <message>
        <source>Quick quantity %1</source>
        <translation>Hızlı miktar %1</translation>
    </message>
    <message>
        <source>The default columns</source>
        <translation>Varsayılan sütunlar</translation>
    </message>
    <message>
        <source>Buys</source>
        <translation>Alışım</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>Alış</translation>
    </message>
    <message>
        <source>Bid ±</source>
        <translation>Alış ±</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Satılan</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Fiyat</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Alınan</translation>
    </message>
    <message>
        <source>Ask ±</source>
        <translation>Satış ±</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Satış</translation>
    </message>
    <message>
        <source>Sells</source>
        <translation>Satışım</translation>
    </message>
    <message>
        <source>Vol</source>
        <translation>Hac</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Your buy orders, with the size ahead of them in the queue</source>
        <translation>Alış emirleriniz ve sırada önlerindeki büyüklük</translation>
    </message>
    <message>
        <source>Size bid; a click buys there</source>
        <translation>Alıştaki büyüklük; tıklama oradan alır</translation>
    </message>
    <message>
        <source>Size added to the bids (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>Son on saniyede alışlara eklenen ya da çekilen büyüklük, işlemler hariç</translation>
    </message>
    <message>
        <source>Sold into the bids here in the last half minute</source>
        <translation>Son yarım dakikada burada alışlara satılan</translation>
    </message>
    <message>
        <source>Bought from the asks here in the last half minute</source>
        <translation>Son yarım dakikada burada satışlardan alınan</translation>
    </message>
    <message>
        <source>Size added to the asks (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>Son on saniyede satışlara eklenen ya da çekilen büyüklük, işlemler hariç</translation>
    </message>
    <message>
        <source>Size offered; a click sells there</source>
        <translation>Satıştaki büyüklük; tıklama oradan satar</translation>
    </message>
    <message>
        <source>Your sell orders, with the size ahead of them in the queue</source>
        <translation>Satış emirleriniz ve sırada önlerindeki büyüklük</translation>
    </message>
    <message>
        <source>Traded here since the market is shown</source>
        <translation>Piyasa gösterildiğinden beri burada işlem gören</translation>
    </message>
    <message>
        <source>Bought less sold here since the market is shown</source>
        <translation>Piyasa gösterildiğinden beri alınan eksi satılan</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Kilitli</translation>
    </message>
    <message>
        <source>A click orders %1</source>
        <translation>Tıklama emri: %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>satır %1</translation>
    </message>
    <message>
        <source>Draw a level at %1</source>
        <translation>%1 fiyatına seviye çiz</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>Kesilince uyar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>Higher price rows</source>
        <translation>Daha yüksek fiyat satırları</translation>
    </message>
    <message>
        <source>Lower price rows</source>
        <translation>Daha alçak fiyat satırları</translation>
    </message>
</context>
<context>
    <name>qob::LiveDialog</name>
    <message>
        <source>Live markets</source>
        <translation>Canlı piyasalar</translation>
    </message>
    <message>
        <source>Public feeds: no account is needed. Tick the venues and write the symbols as each venue does, with spaces between. Orders are paper.</source>
        <translation>Herkese açık akışlar: hesap gerekmez. Borsaları işaretleyin ve sembolleri her borsanın yazdığı gibi, aralarında boşlukla yazın. Emirler sanaldır.</translation>
    </message>
    <message>
        <source>Find a venue</source>
        <translation>Borsa bul</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Bağlan</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Borsa</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Semboller</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Ürünler</translation>
    </message>
    <message>
        <source>Its rules are</source>
        <translation>Kuralları</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Borsalar</translation>
    </message>
    <message>
        <source>proven on recordings</source>
        <translation>kayıtlarla kanıtlandı</translation>
    </message>
    <message>
        <source>as documented</source>
        <translation>belgelere göre</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s)</source>
        <translation>
            <numerusform>%n defter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Günlük</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Süz</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Satırları süz</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Hepsi</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Uyarılar ve hatalar</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Hatalar</translation>
    </message>
    <message>
        <source>How bad it has to be</source>
        <translation>En az önem</translation>
    </message>
</context>
<context>
    <name>qob::MainWindow</name>
    <message>
        <source>The workspace %1 cannot be read: %2</source>
        <translation>%1 çalışma alanı okunamıyor: %2</translation>
    </message>
    <message>
        <source>This version has no panel %1: left out</source>
        <translation>Bu sürümde %1 paneli yok: atlandı</translation>
    </message>
    <message>
        <source>The picture is in the clipboard; save it too?</source>
        <translation>Görüntü panoda; dosyaya da kaydedilsin mi?</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Görüntüler (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1</source>
        <translation>Görüntü burada: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 yazılamıyor</translation>
    </message>
    <message>
        <source>Nothing was imported: %1</source>
        <translation>Hiçbir şey alınmadı: %1</translation>
    </message>
    <message>
        <source>The workspace %1 is here already and was opened as you left it</source>
        <translation>%1 çalışma alanı burada zaten var; bıraktığınız gibi açıldı</translation>
    </message>
</context>
<context>
    <name>qob::MarketBadge</name>
    <message>
        <source>A simulated market: every order is paper</source>
        <translation>Simüle bir piyasa: her emir sanal</translation>
    </message>
    <message>
        <source>A recording is played: every order is paper</source>
        <translation>Bir kayıt oynatılıyor: her emir sanal</translation>
    </message>
    <message>
        <source>A live market; orders are paper</source>
        <translation>Canlı bir piyasa; emirler sanal</translation>
    </message>
</context>
<context>
    <name>qob::MarketList</name>
    <message>
        <source>Symbol or venue</source>
        <translation>Sembol ya da borsa</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>Piyasaları süz</translation>
    </message>
    <message>
        <source>Markets</source>
        <translation>Piyasalar</translation>
    </message>
</context>
<context>
    <name>qob::NoticesModel</name>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>İleti</translation>
    </message>
</context>
<context>
    <name>qob::OrderEntry</name>
    <message>
        <source>Trading is locked: nothing was sent. Unlock with the padlock or Ctrl+L.</source>
        <translation>İşlem kilitli: hiçbir şey gönderilmedi. Kilidi asma kilitle ya da Ctrl+L ile açın.</translation>
    </message>
    <message>
        <source>The engine is busy: nothing was sent. Try again.</source>
        <translation>Motor meşgul: hiçbir şey gönderilmedi. Yeniden deneyin.</translation>
    </message>
    <message>
        <source>The session is closed: nothing was sent.</source>
        <translation>Oturum kapalı: hiçbir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>No market is shown: nothing was sent.</source>
        <translation>Gösterilen piyasa yok: hiçbir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>%1: nothing was sent.</source>
        <translation>%1: hiçbir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>The quantity must be between %1 and %2: nothing was sent.</source>
        <translation>Miktar %1 ile %2 arasında olmalı: hiçbir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>The price must be a positive multiple of %1: nothing was sent.</source>
        <translation>Fiyat %1 değerinin pozitif katı olmalı: hiçbir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>The order is no longer working: nothing was sent.</source>
        <translation>Emir artık açık değil: hiçbir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>The order is being changed already: nothing was sent.</source>
        <translation>Emir zaten değiştiriliyor: hiçbir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>There is a question to answer first: nothing was sent.</source>
        <translation>Önce bir soruyu yanıtlamak gerek: hiçbir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>Orders are cancelled; trading is locked: no position was closed.</source>
        <translation>Emirler iptal ediliyor; işlem kilitli: hiçbir pozisyon kapatılmadı.</translation>
    </message>
    <message>
        <source>Some orders still work after five seconds: no position was closed.</source>
        <translation>Beş saniye sonra hâlâ açık emir var: hiçbir pozisyon kapatılmadı.</translation>
    </message>
    <message>
        <source>The market is no longer shown: nothing was sent.</source>
        <translation>Piyasa artık gösterilmiyor: hiçbir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>The position is being closed already: nothing was sent.</source>
        <translation>Pozisyon zaten kapatılıyor: hiçbir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>The position is another one by now: nothing was sent.</source>
        <translation>Pozisyon bu arada değişti: hiçbir şey gönderilmedi.</translation>
    </message>
</context>
<context>
    <name>qob::OrderQuestion</name>
    <message>
        <source>Send it?</source>
        <translation>Gönderilsin mi?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gönder</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Gönderme</translation>
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
        <translation>Piyasa</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>Stop limit</translation>
    </message>
    <message>
        <source>Trailing stop</source>
        <translation>Takipli stop</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>Piyasadan limite</translation>
    </message>
    <message>
        <source>Pegged to the middle</source>
        <translation>Ortaya sabitli</translation>
    </message>
    <message>
        <source>Pegged to the best price</source>
        <translation>En iyi fiyata sabitli</translation>
    </message>
    <message>
        <source>There is no price to measure the bracket from</source>
        <translation>Bracket için ölçülecek bir başlangıç fiyatı yok</translation>
    </message>
    <message>
        <source>Limit or stop (OCO)</source>
        <translation>Limit veya stop (OCO)</translation>
    </message>
    <message>
        <source>Until when the order is good is missing</source>
        <translation>Emrin ne zamana kadar geçerli olduğu eksik</translation>
    </message>
</context>
<context>
    <name>qob::OrdersModel</name>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Piyasa</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Yön</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Fiyat</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Miktar</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Gerçekleşti</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Ortalama</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>Önünde</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Yanıt</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Yaş</translation>
    </message>
    <message>
        <source>Answered (s)</source>
        <translation>Yanıt (sn)</translation>
    </message>
    <message>
        <source>Age (s)</source>
        <translation>Yaş (sn)</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Onaylandı</translation>
    </message>
</context>
<context>
    <name>qob::PanelDock</name>
    <message>
        <source>Blue</source>
        <translation>Mavi</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Turuncu</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Yeşil</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Mor</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Kırmızı</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Sarı</translation>
    </message>
    <message>
        <source>Link group: panels of one colour show the same instrument</source>
        <translation>Bağ grubu: aynı renkteki paneller aynı enstrümanı gösterir</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>Panel menüsü</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Paneli kapat</translation>
    </message>
    <message>
        <source>Back into the window</source>
        <translation>Pencereye geri</translation>
    </message>
    <message>
        <source>Into a window of its own</source>
        <translation>Kendi penceresine</translation>
    </message>
    <message>
        <source>Link group</source>
        <translation>Bağ grubu</translation>
    </message>
    <message>
        <source>Picture of the panel…</source>
        <translation>Panelin görüntüsü…</translation>
    </message>
    <message>
        <source>Help for this panel</source>
        <translation>Bu panelin yardımı</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading</source>
        <translation>Bekleyen tüm emirleri hemen iptal eder ve işlemi kilitler</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Hepsini iptal et</translation>
    </message>
</context>
<context>
    <name>qob::PerformancePanel</name>
    <message>
        <source>Settle asset</source>
        <translation>Takas varlığı</translation>
    </message>
    <message>
        <source>By market</source>
        <translation>Piyasaya göre</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>Saate göre</translation>
    </message>
</context>
<context>
    <name>qob::PositionsModel</name>
    <message>
        <source>Market</source>
        <translation>Piyasa</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Ortalama</translation>
    </message>
    <message>
        <source>Unrealised</source>
        <translation>Gerçekleşmemiş</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>Gerçekleşmiş</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Komisyonlar</translation>
    </message>
</context>
<context>
    <name>qob::PriceChart</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 g %2 s</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Veri yok</translation>
    </message>
    <message>
        <source>O</source>
        <translation>A</translation>
    </message>
    <message>
        <source>H</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>L</source>
        <translation>D</translation>
    </message>
    <message>
        <source>C</source>
        <translation>K</translation>
    </message>
    <message>
        <source>V</source>
        <translation>H</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>eksik</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>Piyasa bekleniyor</translation>
    </message>
    <message>
        <source>Waiting for the first trade</source>
        <translation>İlk işlem bekleniyor</translation>
    </message>
</context>
<context>
    <name>qob::ProfileChart</name>
    <message>
        <source>Session</source>
        <translation>Oturum</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Görünen</translation>
    </message>
    <message>
        <source>Fixed range</source>
        <translation>Sabit aralık</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Hacim profili</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>Fiyat bazında hacim henüz yok</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>%1 itibarıyla fiyat bazında hacim</translation>
    </message>
    <message>
        <source>%1, prices rough before %2</source>
        <translation>%1, %2 öncesi fiyatlar yaklaşık</translation>
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
        <translation>Shift&apos;e basıp bir aralığı sürükleyin</translation>
    </message>
    <message>
        <source>naked POC %1</source>
        <translation>dokunulmamış POC %1</translation>
    </message>
</context>
<context>
    <name>qob::ProfilePanel</name>
    <message>
        <source>How long a session is</source>
        <translation>Bir oturumun uzunluğu</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>Satır başına tik</translation>
    </message>
    <message>
        <source>As many as can be seen</source>
        <translation>Görülebildiği kadar</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n tik</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows: auto</source>
        <translation>Satır: oto</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Satır: %1</translation>
    </message>
</context>
<context>
    <name>qob::RemoteLink</name>
    <message>
        <source>The connection was lost before the server confirmed to cancel all: look at what still works</source>
        <translation>Sunucu tümünü iptal etmeyi onaylamadan bağlantı koptu: hâlâ çalışanlara bakın</translation>
    </message>
    <message>
        <source>The connection was lost before the server confirmed what the market was told to do</source>
        <translation>Sunucu piyasaya verilen komutu onaylamadan bağlantı koptu</translation>
    </message>
    <message>
        <source>Connected with %1 again after %2 s</source>
        <translation>%2 sn sonra %1 ile yeniden bağlandı</translation>
    </message>
    <message>
        <source>The connection was lost: %1</source>
        <translation>Bağlantı koptu: %1</translation>
    </message>
</context>
<context>
    <name>qob::ReplayBar</name>
    <message>
        <source>Replay bar</source>
        <translation>Tekrar çubuğu</translation>
    </message>
    <message>
        <source>Play or pause (Ctrl+Space)</source>
        <translation>Oynat ya da duraklat (Ctrl+Boşluk)</translation>
    </message>
    <message>
        <source>One step: the next event (Ctrl+.)</source>
        <translation>Bir adım: sonraki olay (Ctrl+.)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hız</translation>
    </message>
    <message>
        <source>Market time, UTC</source>
        <translation>Piyasa saati, UTC</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Kayıttaki konum</translation>
    </message>
    <message>
        <source>jump to 14:03:00</source>
        <translation>14:03:00 anına git</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>Bir ana git</translation>
    </message>
    <message>
        <source>Expected 14:03, 14:03:27 or 2026-07-14 14:03:27 (UTC)</source>
        <translation>Beklenen: 14:03, 14:03:27 ya da 2026-07-14 14:03:27 (UTC)</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>Kayıt bitti</translation>
    </message>
    <message numerus="yes">
        <source>Rolling the history of %n more market(s)</source>
        <translation>
            <numerusform>%n piyasanın daha geçmişi yükleniyor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::ReplayControl</name>
    <message>
        <source>max</source>
        <translation>en çok</translation>
    </message>
    <message>
        <source>The engine is busy. Try again.</source>
        <translation>Motor meşgul. Yeniden deneyin.</translation>
    </message>
    <message>
        <source>The session is closed.</source>
        <translation>Oturum kapalı.</translation>
    </message>
    <message>
        <source>This market cannot be moved in time.</source>
        <translation>Bu piyasa zamanda hareket ettirilemez.</translation>
    </message>
</context>
<context>
    <name>qob::Settings</name>
    <message>
        <source>The settings cannot be read and are the default ones now: %1; kept as %2</source>
        <translation>Ayarlar okunamıyor, varsayılanlar geçerli: %1; %2 olarak saklandı</translation>
    </message>
    <message>
        <source>The settings cannot be saved: %1: %2</source>
        <translation>Ayarlar kaydedilemiyor: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::SettingsDialog</name>
    <message>
        <source>Light</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>For colour-blind eyes</source>
        <translation>Renk körleri için</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Yüksek karşıtlık</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Koyu</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Görünüm</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tuşlar</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Renkler</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Sistemdeki gibi</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Her şeyin boyutu</translation>
    </message>
    <message>
        <source>A new size takes effect when the terminal is started again.</source>
        <translation>Yeni boyut terminal yeniden başlatılınca geçerli olur.</translation>
    </message>
    <message>
        <source>Trade with single keys, on the panel under the mouse</source>
        <translation>Fare altındaki panelde tek tuşla işlem yap</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Komut</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tuş</translation>
    </message>
    <message>
        <source>The default keys</source>
        <translation>Varsayılan tuşlar</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>İşlem</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Asla</translation>
    </message>
    <message>
        <source>Ask before an order worth more than</source>
        <translation>Değeri bundan büyük emirde sor</translation>
    </message>
    <message>
        <source>Ask before a price beyond the market by</source>
        <translation>Fiyat piyasayı bu kadar aşarsa sor</translation>
    </message>
    <message>
        <source>Ask before everything is cancelled and closed</source>
        <translation>Her şey iptal edilip kapatılmadan önce sor</translation>
    </message>
    <message>
        <source>Worth is in the quote currency. Cancelling orders is never asked about.</source>
        <translation>Değer, karşıt para birimindedir. Emir iptali hiç sorulmaz.</translation>
    </message>
</context>
<context>
    <name>qob::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>REC %L1 MB</source>
        <translation>KAYIT %L1 MB</translation>
    </message>
    <message>
        <source>%1 fps   frame p50 %2   p99 %3</source>
        <translation>%1 fps   kare p50 %2   p99 %3</translation>
    </message>
    <message>
        <source>No feed yet</source>
        <translation>Henüz akış yok</translation>
    </message>
    <message>
        <source>Feed latency above the best one seen. The recorder&apos;s clock is behind the venue&apos;s by %1 or more.</source>
        <translation>Görülen en iyinin üstündeki akış gecikmesi. Kaydedicinin saati borsanınkinden en az %1 geride.</translation>
    </message>
    <message>
        <source>Feed latency: from the venue&apos;s own time stamp to here</source>
        <translation>Akış gecikmesi: borsanın zaman damgasından buraya</translation>
    </message>
    <message>
        <source>%L1 messages   %L2 gaps</source>
        <translation>%L1 ileti   %L2 boşluk</translation>
    </message>
    <message>
        <source>latency %1</source>
        <translation>gecikme %1</translation>
    </message>
    <message>
        <source>Trading locked</source>
        <translation>İşlem kilitli</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>İşleme açık</translation>
    </message>
    <message>
        <source>A frame&apos;s time: bringing the panels up to date and painting them</source>
        <translation>Bir karenin süresi: panelleri güncellemek ve çizmek</translation>
    </message>
    <message>
        <source>%1   round trip %2</source>
        <translation>%1   gidiş dönüş %2</translation>
    </message>
    <message>
        <source>%1 not connected, trying again</source>
        <translation>%1 bağlı değil, yeniden deneniyor</translation>
    </message>
    <message>
        <source>%1 disconnected</source>
        <translation>%1 bağlantısı kesildi</translation>
    </message>
</context>
<context>
    <name>qob::Tape</name>
    <message>
        <source>Time and sales</source>
        <translation>Zaman ve işlemler</translation>
    </message>
    <message>
        <source>Add up what one aggressor takes at a price</source>
        <translation>Bir saldırganın bir fiyattan aldığını topla</translation>
    </message>
    <message>
        <source>Leave out small trades</source>
        <translation>Küçük işlemleri atla</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hepsini göster</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>%1 altı</translation>
    </message>
    <message>
        <source>%1 not shown</source>
        <translation>%1 gösterilmiyor</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Fiyat</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Büyüklük</translation>
    </message>
    <message>
        <source>%1 newer above</source>
        <translation>üstte %1 yeni</translation>
    </message>
</context>
<context>
    <name>qob::Terminal</name>
    <message>
        <source>The screenshot could not be written to %1</source>
        <translation>Ekran görüntüsü %1 dosyasına yazılamadı</translation>
    </message>
    <message>
        <source>There is no panel &apos;%1&apos;; there are: %2</source>
        <translation>&apos;%1&apos; paneli yok; olanlar: %2</translation>
    </message>
    <message>
        <source>There is no workspace &apos;%1&apos;; there are: %2</source>
        <translation>&apos;%1&apos; çalışma alanı yok; olanlar: %2</translation>
    </message>
    <message>
        <source>Opening the market…</source>
        <translation>Piyasa açılıyor…</translation>
    </message>
    <message>
        <source>Still on %1. %2</source>
        <translation>Hâlâ %1. %2</translation>
    </message>
    <message>
        <source>Replay recordings</source>
        <translation>Kayıtları oynat</translation>
    </message>
    <message>
        <source>Recordings (*.qh *.gz *.xz *.jsonl *.log);;All files (*)</source>
        <translation>Kayıtlar (*.qh *.gz *.xz *.jsonl *.log);;Bütün dosyalar (*)</translation>
    </message>
    <message>
        <source>Another terminal has these settings open: what you change in this one is not kept</source>
        <translation>Bu ayarlar başka bir terminalde açık: buradaki değişiklikler saklanmaz</translation>
    </message>
    <message>
        <source>No market &apos;%1&apos; is known; another one is shown</source>
        <translation>&apos;%1&apos; piyasası bilinmiyor; başka biri gösteriliyor</translation>
    </message>
</context>
<context>
    <name>qob::Ticket</name>
    <message>
        <source>Order ticket</source>
        <translation>Emir fişi</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>Emir türü</translation>
    </message>
    <message>
        <source>Time in force</source>
        <translation>Geçerlilik</translation>
    </message>
    <message>
        <source>Good till cancelled: stays in the book</source>
        <translation>Good till cancelled: defterde kalır</translation>
    </message>
    <message>
        <source>Until the end of the trading day</source>
        <translation>İşlem gününün sonuna kadar</translation>
    </message>
    <message>
        <source>Immediate or cancel: what does not fill at once goes</source>
        <translation>Immediate or cancel: hemen gerçekleşmeyen iptal olur</translation>
    </message>
    <message>
        <source>Fill or kill: all at once or nothing</source>
        <translation>Fill or kill: hepsi birden ya da hiç</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Fiyat</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Stop fiyatı</translation>
    </message>
    <message>
        <source>Trails by</source>
        <translation>Takip mesafesi</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Miktar</translation>
    </message>
    <message>
        <source>What the size is counted in</source>
        <translation>Büyüklüğün birimi</translation>
    </message>
    <message>
        <source>Size by quantity, by worth, or by what is lost when the stop loss is hit</source>
        <translation>Büyüklük: miktar, değer ya da stop loss&apos;ta kaybedilecek tutar</translation>
    </message>
    <message>
        <source>Bracket, iceberg, conditions</source>
        <translation>Bracket, iceberg, koşullar</translation>
    </message>
    <message>
        <source>Take profit +</source>
        <translation>Kâr al +</translation>
    </message>
    <message>
        <source>Stop loss −</source>
        <translation>Zarar durdur −</translation>
    </message>
    <message>
        <source>Shows only</source>
        <translation>Görünen</translation>
    </message>
    <message>
        <source>Post only</source>
        <translation>Post only</translation>
    </message>
    <message>
        <source>Refused when it would take</source>
        <translation>Piyasadan alacaksa reddedilir</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Azalt</translation>
    </message>
    <message>
        <source>Never more than closes the position</source>
        <translation>Pozisyonu kapatandan fazlası olmaz</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Gizli</translation>
    </message>
    <message>
        <source>Not shown in the book</source>
        <translation>Defterde görünmez</translation>
    </message>
    <message>
        <source>Notional</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>Free to buy</source>
        <translation>Alış için serbest</translation>
    </message>
    <message>
        <source>Free to sell</source>
        <translation>Satış için serbest</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Al</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>Trading is locked. Unlock with the padlock or Ctrl+L.</source>
        <translation>İşlem kilitli. Kilidi asma kilitle ya da Ctrl+L ile açın.</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>kontrat</translation>
    </message>
    <message>
        <source>%1 risk</source>
        <translation>%1 riski</translation>
    </message>
    <message>
        <source>book too thin</source>
        <translation>defter çok ince</translation>
    </message>
    <message>
        <source>%L1 bps</source>
        <translation>%L1 bps</translation>
    </message>
    <message>
        <source>Fee, impact</source>
        <translation>Ücret, etki</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Teminat</translation>
    </message>
    <message>
        <source>What is put aside until the order is done</source>
        <translation>Emir bitene kadar ayrılan tutar</translation>
    </message>
    <message>
        <source>Good till a time, which is asked for</source>
        <translation>Sorulan bir zamana kadar geçerli</translation>
    </message>
    <message>
        <source>Trails in steps of</source>
        <translation>Takip adımı</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Kaydır</translation>
    </message>
    <message>
        <source>Post only: moved to where it does not take</source>
        <translation>Post only: almayacağı yere taşınır</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>Hep ya da hiç</translation>
    </message>
    <message>
        <source>Fills whole or not at all</source>
        <translation>Tamamı gerçekleşir ya da hiç</translation>
    </message>
    <message>
        <source>With connection</source>
        <translation>Bağlantıyla</translation>
    </message>
    <message>
        <source>Cancelled when the connection with the server is lost</source>
        <translation>Sunucuyla bağlantı kopunca iptal edilir</translation>
    </message>
    <message>
        <source>Against own orders</source>
        <translation>Kendi emirlerine karşı</translation>
    </message>
    <message>
        <source>Where it would trade with another order of this account</source>
        <translation>Bu hesabın başka bir emriyle eşleşecekse</translation>
    </message>
    <message>
        <source>Own orders: trade</source>
        <translation>Kendi emirleri: gerçekleştir</translation>
    </message>
    <message>
        <source>Own orders: cancel this one</source>
        <translation>Kendi emirleri: bunu iptal et</translation>
    </message>
    <message>
        <source>Own orders: cancel the older</source>
        <translation>Kendi emirleri: eskisini iptal et</translation>
    </message>
    <message>
        <source>Own orders: cancel both</source>
        <translation>Kendi emirleri: ikisini de iptal et</translation>
    </message>
    <message>
        <source>Own orders: less of both</source>
        <translation>Kendi emirleri: ikisini de azalt</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bitiş</translation>
    </message>
    <message>
        <source>expected a time to come, as 14:03 or %1</source>
        <translation>14:03 veya %1 gibi gelecek bir zaman beklenir</translation>
    </message>
    <message>
        <source>Away from it by</source>
        <translation>Ondan uzaklık</translation>
    </message>
</context>
<context>
    <name>qob::Tour</name>
    <message>
        <source>Skip</source>
        <translation>Atla</translation>
    </message>
    <message>
        <source>This is the market you look at. Click it, or just type the first letters of another one.</source>
        <translation>Baktığınız piyasa bu. Tıklayın ya da başka birinin ilk harflerini yazın.</translation>
    </message>
    <message>
        <source>Trading is locked at every start. Unlock it here; “Cancel all” beside it works at any time.</source>
        <translation>İşlem her açılışta kilitlidir. Kilidi buradan açın; yanındaki “Hepsini iptal et” her zaman çalışır.</translation>
    </message>
    <message>
        <source>A click in the bid column buys there, in the ask column it sells. Drag an order to move it.</source>
        <translation>Alış sütununda tıklama oradan alır, satış sütununda satar. Emri taşımak için sürükleyin.</translation>
    </message>
    <message>
        <source>Ctrl+K finds everything: commands, panels, workspaces, markets. Panels can be moved, tabbed and popped out by their titles. F1 explains the panel you are in.</source>
        <translation>Ctrl+K her şeyi bulur: komutlar, paneller, çalışma alanları, piyasalar. Paneller başlıklarından taşınır, sekme yapılır, ayrılır. F1 bulunduğunuz paneli anlatır.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Bitti</translation>
    </message>
    <message>
        <source>Next (%1 of %2)</source>
        <translation>İleri (%1 / %2)</translation>
    </message>
</context>
<context>
    <name>qob::VenuesModel</name>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 / %2 canlı</translation>
    </message>
    <message>
        <source>%1 of %2 live, %3 stale</source>
        <translation>%1 / %2 canlı, %3 bayat</translation>
    </message>
    <message>
        <source>%1 bad of %2</source>
        <translation>%2 içinde %1 hatalı</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Borsa</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Defterler</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Gecikme</translation>
    </message>
    <message>
        <source>Two minutes</source>
        <translation>İki dakika</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>İleti/sn</translation>
    </message>
    <message>
        <source>Trades/s</source>
        <translation>İşlem/sn</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Boşluklar</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>Sağlamalar</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Son duyulan</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Yeniden bağlanma</translation>
    </message>
    <message>
        <source>Live books</source>
        <translation>Canlı defter</translation>
    </message>
    <message>
        <source>Latency (s)</source>
        <translation>Gecikme (sn)</translation>
    </message>
    <message>
        <source>Bad checksums</source>
        <translation>Hatalı sağlama toplamı</translation>
    </message>
</context>
<context>
    <name>qob::VenuesPanel</name>
    <message>
        <source>Venues</source>
        <translation>Borsalar</translation>
    </message>
</context>
<context>
    <name>qob::Watchlist</name>
    <message>
        <source>Symbol or venue</source>
        <translation>Sembol ya da borsa</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>Piyasaları süz</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>Yalnızca yıldızlılar</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>İzleme listesi</translation>
    </message>
    <message>
        <source>Star, or no star</source>
        <translation>Yıldız koy ya da kaldır</translation>
    </message>
</context>
<context>
    <name>qob::WindowActions</name>
    <message>
        <source>Find a command…</source>
        <translation>Komut bul…</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Piyasa</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>İşlem</translation>
    </message>
    <message>
        <source>Replay and recording</source>
        <translation>Tekrar ve kayıt</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>Panel ekle</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Çalışma alanları</translation>
    </message>
    <message>
        <source>Choose a market</source>
        <translation>Piyasa seç</translation>
    </message>
    <message>
        <source>Simulated market</source>
        <translation>Simüle piyasa</translation>
    </message>
    <message>
        <source>Live markets…</source>
        <translation>Canlı piyasalar…</translation>
    </message>
    <message>
        <source>Replay recordings…</source>
        <translation>Kayıtları oynat…</translation>
    </message>
    <message>
        <source>Lock or unlock trading</source>
        <translation>İşlemi kilitle ya da aç</translation>
    </message>
    <message>
        <source>Cancel all orders</source>
        <translation>Bütün emirleri iptal et</translation>
    </message>
    <message>
        <source>Trade with single keys</source>
        <translation>Tek tuşla işlem</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Oynat ya da duraklat</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Bir adım</translation>
    </message>
    <message>
        <source>Record or stop recording</source>
        <translation>Kaydı başlat ya da durdur</translation>
    </message>
    <message>
        <source>Add a panel: %1</source>
        <translation>Panel ekle: %1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Farklı kaydet…</translation>
    </message>
    <message>
        <source>Restore the default of this workspace</source>
        <translation>Bu çalışma alanının varsayılanına dön</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Dosyaya aktar…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Dosyadan al…</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Çalışma alanı: %1</translation>
    </message>
    <message>
        <source>Picture of the window…</source>
        <translation>Pencerenin görüntüsü…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Tam ekran</translation>
    </message>
    <message>
        <source>Active panel into a window of its own, or back</source>
        <translation>Etkin paneli kendi penceresine al ya da geri koy</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ayarlar…</translation>
    </message>
    <message>
        <source>What panels cost a frame</source>
        <translation>Panellerin kare başına maliyeti</translation>
    </message>
    <message>
        <source>Help for the active panel</source>
        <translation>Etkin panelin yardımı</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Çık</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 göster</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>Çalışma alanını kaydet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Export the workspace</source>
        <translation>Çalışma alanını dışa aktar</translation>
    </message>
    <message>
        <source>Workspaces (*.json)</source>
        <translation>Çalışma alanları (*.json)</translation>
    </message>
    <message>
        <source>The workspace is in %1</source>
        <translation>Çalışma alanı burada: %1</translation>
    </message>
    <message>
        <source>Import a workspace</source>
        <translation>Çalışma alanı al</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>Bir sunucuya bağlan…</translation>
    </message>
    <message>
        <source>There is a workspace %1. Replace it, with its drawings?</source>
        <translation>%1 adlı bir çalışma alanı var. Çizimleriyle birlikte değiştirilsin mi?</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hız</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Hız: %1</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>Bir ana git</translation>
    </message>
    <message>
        <source>This market has no times to jump to</source>
        <translation>Bu piyasada atlanacak zaman yok</translation>
    </message>
</context>
</TS>

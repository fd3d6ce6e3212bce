<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Alert</name>
    <message>
        <source>Price at or above</source>
        <translation>Цена не ниже</translation>
    </message>
    <message>
        <source>Price at or below</source>
        <translation>Цена не выше</translation>
    </message>
    <message>
        <source>Price crosses</source>
        <translation>Цена пересекает</translation>
    </message>
    <message>
        <source>Spread above (bps)</source>
        <translation>Спред больше (б.п.)</translation>
    </message>
    <message>
        <source>Volume burst of</source>
        <translation>Всплеск объёма от</translation>
    </message>
    <message>
        <source>Book imbalance above (%)</source>
        <translation>Перекос стакана больше (%)</translation>
    </message>
    <message>
        <source>Price range above (bps)</source>
        <translation>Размах цены больше (б.п.)</translation>
    </message>
    <message>
        <source>Wall added of</source>
        <translation>Стенка появилась от</translation>
    </message>
    <message>
        <source>Wall pulled of</source>
        <translation>Стенка снята от</translation>
    </message>
    <message>
        <source>Feed not live</source>
        <translation>Фид не в реальном времени</translation>
    </message>
    <message>
        <source>%1: %2 in %3 s</source>
        <translation>%1: %2 за %3 с</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 traded</source>
        <translation>проторговано %1</translation>
    </message>
    <message>
        <source>a range of %L1 bps</source>
        <translation>размах %L1 б.п.</translation>
    </message>
    <message>
        <source>traded at %1</source>
        <translation>сделка по %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 по %2</translation>
    </message>
    <message>
        <source>a bid</source>
        <translation>бид</translation>
    </message>
    <message>
        <source>an offer</source>
        <translation>аск</translation>
    </message>
    <message>
        <source>a spread of %L1 bps</source>
        <translation>спред %L1 б.п.</translation>
    </message>
    <message>
        <source>%1 on one side</source>
        <translation>%1 на одной стороне</translation>
    </message>
    <message>
        <source>%1 entered or left</source>
        <translation>%1: вход или выход</translation>
    </message>
    <message>
        <source>%1 crossed</source>
        <translation>%1: пересечение</translation>
    </message>
    <message>
        <source>Drawing crossed</source>
        <translation>Пересечение фигуры</translation>
    </message>
    <message>
        <source>Position larger than</source>
        <translation>Позиция больше</translation>
    </message>
    <message>
        <source>Loss of the position above</source>
        <translation>Убыток позиции выше</translation>
    </message>
    <message>
        <source>Loss of all positions above</source>
        <translation>Убыток всех позиций выше</translation>
    </message>
    <message>
        <source>a position of %1</source>
        <translation>позиция %1</translation>
    </message>
    <message>
        <source>a loss of %1 %2</source>
        <translation>убыток %1 %2</translation>
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
        <translation>%1 д %2 ч</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
    </message>
    <message>
        <source>%1 ticks</source>
        <translation>%1 тиков</translation>
    </message>
    <message>
        <source>%1 bps</source>
        <translation>%1 б. п.</translation>
    </message>
    <message>
        <source>V %1</source>
        <translation>V %1</translation>
    </message>
    <message>
        <source>Trend line</source>
        <translation>Линия тренда</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>Луч</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Прямоугольник</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Линейка</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Оранжевый</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Синий</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелёный</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Фиолетовый</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Красный</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Жёлтый</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>Бирюзовый</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Серый</translation>
    </message>
</context>
<context>
    <name>ErrorCode</name>
    <message>
        <source>A number was expected and nothing was found</source>
        <translation>Ожидалось число, но ничего нет</translation>
    </message>
    <message>
        <source>This is not a decimal number</source>
        <translation>Это не десятичное число</translation>
    </message>
    <message>
        <source>The number has more decimals than fit here</source>
        <translation>У числа слишком много знаков после точки</translation>
    </message>
    <message>
        <source>The number is too large</source>
        <translation>Число слишком велико</translation>
    </message>
    <message>
        <source>The configuration file cannot be read</source>
        <translation>Файл настроек не читается</translation>
    </message>
    <message>
        <source>The configuration file is not valid TOML</source>
        <translation>Файл настроек — не корректный TOML</translation>
    </message>
    <message>
        <source>There is no such setting</source>
        <translation>Такой настройки нет</translation>
    </message>
    <message>
        <source>The setting cannot take this value</source>
        <translation>Настройка не принимает такое значение</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Файл не читается</translation>
    </message>
    <message>
        <source>The file ends too early</source>
        <translation>Файл обрывается слишком рано</translation>
    </message>
    <message>
        <source>The file is in no known capture format</source>
        <translation>Формат записи в файле неизвестен</translation>
    </message>
    <message>
        <source>The message is not valid JSON</source>
        <translation>Сообщение — не корректный JSON</translation>
    </message>
    <message>
        <source>The message lacks a field it must have</source>
        <translation>В сообщении нет обязательного поля</translation>
    </message>
    <message>
        <source>The frame cannot be unpacked</source>
        <translation>Кадр не распаковывается</translation>
    </message>
    <message>
        <source>Messages are missing from the feed</source>
        <translation>В фиде пропущены сообщения</translation>
    </message>
    <message>
        <source>No snapshot of the book has been seen yet</source>
        <translation>Снимок стакана ещё не получен</translation>
    </message>
    <message>
        <source>The book is crossed</source>
        <translation>Стакан перекрещен</translation>
    </message>
    <message>
        <source>The book&apos;s checksum is not the venue&apos;s</source>
        <translation>Контрольная сумма стакана не совпадает с биржевой</translation>
    </message>
    <message>
        <source>This venue is not supported</source>
        <translation>Эта биржа не поддерживается</translation>
    </message>
    <message>
        <source>The instrument&apos;s definition is invalid</source>
        <translation>Описание инструмента неверно</translation>
    </message>
    <message>
        <source>The venue lists the instrument as halted, delisted or expired</source>
        <translation>На бирже инструмент приостановлен, снят или истёк</translation>
    </message>
    <message>
        <source>There is no such instrument</source>
        <translation>Такого инструмента нет</translation>
    </message>
    <message>
        <source>This ClOrdID was used for another order</source>
        <translation>Этот ClOrdID уже занят другой заявкой</translation>
    </message>
    <message>
        <source>The ClOrdID is empty or too long</source>
        <translation>ClOrdID пуст или слишком длинный</translation>
    </message>
    <message>
        <source>The price must be greater than zero</source>
        <translation>Цена должна быть больше нуля</translation>
    </message>
    <message>
        <source>The price is not a multiple of the tick size</source>
        <translation>Цена не кратна шагу цены</translation>
    </message>
    <message>
        <source>The quantity must be greater than zero</source>
        <translation>Количество должно быть больше нуля</translation>
    </message>
    <message>
        <source>The quantity is not a multiple of the lot size</source>
        <translation>Количество не кратно лоту</translation>
    </message>
    <message>
        <source>The order&apos;s value is below the minimum</source>
        <translation>Сумма заявки меньше минимума</translation>
    </message>
    <message>
        <source>The order is larger than the maximum</source>
        <translation>Заявка больше максимума</translation>
    </message>
    <message>
        <source>The free balance does not cover the order</source>
        <translation>Свободного остатка не хватает на заявку</translation>
    </message>
    <message>
        <source>There is no such working order</source>
        <translation>Такой активной заявки нет</translation>
    </message>
    <message>
        <source>The order is already done</source>
        <translation>Заявка уже завершена</translation>
    </message>
    <message>
        <source>The market&apos;s book is not live</source>
        <translation>Стакан рынка не актуален</translation>
    </message>
    <message>
        <source>The order belongs to somebody else</source>
        <translation>Заявка принадлежит другому</translation>
    </message>
    <message>
        <source>This order type is not supported here</source>
        <translation>Такой тип заявки здесь не поддерживается</translation>
    </message>
    <message>
        <source>There is nothing on the other side to trade with</source>
        <translation>На другой стороне не с чем торговать</translation>
    </message>
    <message>
        <source>An order with this OrderID is working</source>
        <translation>Заявка с этим OrderID уже активна</translation>
    </message>
    <message>
        <source>The book has no room for another order</source>
        <translation>В стакане нет места для ещё одной заявки</translation>
    </message>
    <message>
        <source>The order&apos;s type, time in force and instructions do not go together</source>
        <translation>Тип, срок и условия заявки не сочетаются</translation>
    </message>
    <message>
        <source>The stop price or the trailing offset is not valid</source>
        <translation>Неверна стоп-цена или отступ трейлинга</translation>
    </message>
    <message>
        <source>The display quantity is not valid</source>
        <translation>Неверно видимое количество</translation>
    </message>
    <message>
        <source>The price is outside the price band</source>
        <translation>Цена вне ценового коридора</translation>
    </message>
    <message>
        <source>The market does not take such an order now</source>
        <translation>Рынок сейчас не принимает такую заявку</translation>
    </message>
    <message>
        <source>Nothing was traded yet that the order could follow</source>
        <translation>Ещё не было сделок, за которыми могла бы следовать заявка</translation>
    </message>
    <message>
        <source>There is no position that the order could reduce</source>
        <translation>Нет позиции, которую заявка могла бы сократить</translation>
    </message>
    <message>
        <source>The order must not take, and would trade at this price</source>
        <translation>Заявка не должна забирать, а по этой цене исполнится</translation>
    </message>
    <message>
        <source>The order could not be filled whole and was not filled</source>
        <translation>Заявку нельзя было исполнить целиком, и она не исполнена</translation>
    </message>
    <message>
        <source>The order would have traded with its own owner</source>
        <translation>Заявка исполнилась бы о своего же владельца</translation>
    </message>
    <message>
        <source>The order&apos;s time has passed</source>
        <translation>Срок заявки истёк</translation>
    </message>
    <message>
        <source>The trading day has ended</source>
        <translation>Торговый день окончен</translation>
    </message>
    <message>
        <source>The order it is linked to is done</source>
        <translation>Связанная заявка завершена</translation>
    </message>
    <message>
        <source>Another order of the list is not valid</source>
        <translation>Другая заявка списка неверна</translation>
    </message>
    <message>
        <source>Trading of this account is stopped</source>
        <translation>Торговля по этому счёту остановлена</translation>
    </message>
    <message>
        <source>There is no such account</source>
        <translation>Такого счёта нет</translation>
    </message>
    <message>
        <source>The session is closed</source>
        <translation>Сессия закрыта</translation>
    </message>
    <message>
        <source>This market has no past to move to</source>
        <translation>У этого рынка нет прошлого, куда можно перейти</translation>
    </message>
    <message>
        <source>The time is outside the recording</source>
        <translation>Время вне записи</translation>
    </message>
    <message>
        <source>There is no such file or directory</source>
        <translation>Такого файла или папки нет</translation>
    </message>
    <message>
        <source>Another program writes to this directory</source>
        <translation>В эту папку пишет другая программа</translation>
    </message>
    <message>
        <source>The journal is damaged</source>
        <translation>Журнал повреждён</translation>
    </message>
    <message>
        <source>Records are missing from the journal</source>
        <translation>В журнале пропущены записи</translation>
    </message>
    <message>
        <source>It is not known up to where the journal was written safely</source>
        <translation>Неизвестно, докуда журнал записан надёжно</translation>
    </message>
    <message>
        <source>The file was written by another version of the program</source>
        <translation>Файл записан другой версией программы</translation>
    </message>
    <message>
        <source>There is no space left for the journal</source>
        <translation>Для журнала не осталось места</translation>
    </message>
    <message>
        <source>The journal&apos;s disk has failed</source>
        <translation>Диск журнала отказал</translation>
    </message>
    <message>
        <source>The record is too large for the journal</source>
        <translation>Запись слишком велика для журнала</translation>
    </message>
    <message>
        <source>The journal cannot have these settings</source>
        <translation>У журнала не может быть таких настроек</translation>
    </message>
    <message>
        <source>The snapshot is damaged</source>
        <translation>Снимок повреждён</translation>
    </message>
    <message>
        <source>The snapshot is not of this journal</source>
        <translation>Снимок не от этого журнала</translation>
    </message>
    <message>
        <source>The recorded history is damaged</source>
        <translation>Записанная история повреждена</translation>
    </message>
    <message>
        <source>The history was written by another version of the program</source>
        <translation>История записана другой версией программы</translation>
    </message>
    <message>
        <source>A part of the market was not recorded</source>
        <translation>Часть рынка не записана</translation>
    </message>
    <message>
        <source>The market is faster than it can be recorded</source>
        <translation>Рынок быстрее, чем его можно записать</translation>
    </message>
    <message>
        <source>This is older than what is recorded already</source>
        <translation>Это старше уже записанного</translation>
    </message>
    <message>
        <source>There is no space left to record on</source>
        <translation>Для записи не осталось места</translation>
    </message>
    <message>
        <source>The disk that is recorded on has failed</source>
        <translation>Диск записи отказал</translation>
    </message>
    <message>
        <source>This is not a usable address</source>
        <translation>Этот адрес не годится</translation>
    </message>
    <message>
        <source>The host&apos;s name could not be looked up</source>
        <translation>Имя сервера не найдено</translation>
    </message>
    <message>
        <source>There is no connection to the host</source>
        <translation>Нет соединения с сервером</translation>
    </message>
    <message>
        <source>The host could not be proven to be who it says it is</source>
        <translation>Подлинность сервера не подтверждена</translation>
    </message>
    <message>
        <source>The server refused the stream</source>
        <translation>Сервер отклонил поток</translation>
    </message>
    <message>
        <source>The other side is silent</source>
        <translation>Другая сторона молчит</translation>
    </message>
    <message>
        <source>The connection ended</source>
        <translation>Соединение завершено</translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation>Сервер отклонил запрос</translation>
    </message>
    <message>
        <source>Data comes faster than it can be read</source>
        <translation>Данные приходят быстрее, чем читаются</translation>
    </message>
    <message>
        <source>Nobody is logged in</source>
        <translation>Вход не выполнен</translation>
    </message>
    <message>
        <source>The name or the password is wrong</source>
        <translation>Неверное имя или пароль</translation>
    </message>
    <message>
        <source>The token is not one of ours</source>
        <translation>Этот токен не наш</translation>
    </message>
    <message>
        <source>The token is no longer valid</source>
        <translation>Токен больше не действует</translation>
    </message>
    <message>
        <source>The session or key was withdrawn</source>
        <translation>Сессия или ключ отозваны</translation>
    </message>
    <message>
        <source>The code of the second factor is needed</source>
        <translation>Нужен код второго фактора</translation>
    </message>
    <message>
        <source>The code of the second factor is wrong</source>
        <translation>Неверный код второго фактора</translation>
    </message>
    <message>
        <source>There were too many wrong tries; wait before the next one</source>
        <translation>Слишком много неверных попыток; подождите</translation>
    </message>
    <message>
        <source>This user may not do that</source>
        <translation>Этому пользователю это нельзя</translation>
    </message>
    <message>
        <source>The key may not be used from this address</source>
        <translation>С этого адреса ключ использовать нельзя</translation>
    </message>
    <message>
        <source>The signature is not that of this request</source>
        <translation>Подпись не от этого запроса</translation>
    </message>
    <message>
        <source>The request&apos;s time is too far from the server&apos;s</source>
        <translation>Время запроса слишком далеко от времени сервера</translation>
    </message>
    <message>
        <source>The request was sent before</source>
        <translation>Запрос уже был отправлен</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>Такого ключа нет</translation>
    </message>
    <message>
        <source>The password is too easy to guess</source>
        <translation>Пароль слишком легко угадать</translation>
    </message>
    <message>
        <source>Another user has this name</source>
        <translation>Это имя занято другим пользователем</translation>
    </message>
    <message>
        <source>This cannot be a user&apos;s name</source>
        <translation>Таким имя пользователя быть не может</translation>
    </message>
    <message>
        <source>There is no such user</source>
        <translation>Такого пользователя нет</translation>
    </message>
    <message>
        <source>The login provider did not confirm who this is</source>
        <translation>Служба входа не подтвердила, кто это</translation>
    </message>
    <message>
        <source>New users are made by an administrator only</source>
        <translation>Новых пользователей создаёт только администратор</translation>
    </message>
    <message>
        <source>The key that protects secrets cannot be had</source>
        <translation>Ключ защиты секретов недоступен</translation>
    </message>
    <message>
        <source>A protected secret was changed or is under another key</source>
        <translation>Защищённый секрет изменён или под другим ключом</translation>
    </message>
    <message>
        <source>A cryptographic operation failed</source>
        <translation>Криптографическая операция не удалась</translation>
    </message>
    <message>
        <source>The audit trail was changed</source>
        <translation>Журнал аудита изменён</translation>
    </message>
    <message>
        <source>The request cannot be understood</source>
        <translation>Запрос непонятен</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>По этому адресу ничего нет</translation>
    </message>
    <message>
        <source>This address does not take that method</source>
        <translation>Этот адрес не принимает такой метод</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>Запрос слишком велик</translation>
    </message>
    <message>
        <source>The request did not arrive in time</source>
        <translation>Запрос не пришёл вовремя</translation>
    </message>
    <message>
        <source>There were too many requests; wait before the next one</source>
        <translation>Слишком много запросов; подождите</translation>
    </message>
    <message>
        <source>A parameter is missing</source>
        <translation>Не хватает параметра</translation>
    </message>
    <message>
        <source>A parameter cannot take this value</source>
        <translation>Параметр не принимает такое значение</translation>
    </message>
    <message>
        <source>The body is of a kind that is not read here</source>
        <translation>Содержимое такого вида здесь не читается</translation>
    </message>
    <message>
        <source>The engine has no room for the request; try again</source>
        <translation>У движка нет места для запроса; попробуйте снова</translation>
    </message>
    <message>
        <source>This version cannot do that yet</source>
        <translation>Эта версия такого ещё не умеет</translation>
    </message>
    <message>
        <source>This does not go together with what is there</source>
        <translation>Это не сочетается с тем, что есть</translation>
    </message>
    <message>
        <source>There is no such stream</source>
        <translation>Такого потока нет</translation>
    </message>
    <message>
        <source>The connection has too many streams</source>
        <translation>У соединения слишком много потоков</translation>
    </message>
    <message>
        <source>The connection reads too slowly</source>
        <translation>Соединение читает слишком медленно</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>База данных недоступна</translation>
    </message>
    <message>
        <source>The database refused the operation</source>
        <translation>База данных отклонила операцию</translation>
    </message>
    <message>
        <source>The database was made by another version of the program</source>
        <translation>База данных создана другой версией программы</translation>
    </message>
    <message>
        <source>There is no such record</source>
        <translation>Такой записи нет</translation>
    </message>
    <message>
        <source>There is such a record already</source>
        <translation>Такая запись уже есть</translation>
    </message>
    <message>
        <source>The backup is damaged</source>
        <translation>Резервная копия повреждена</translation>
    </message>
</context>
<context>
    <name>HeatOverlays</name>
    <message>
        <source>new</source>
        <translation>новые</translation>
    </message>
    <message>
        <source>5 min and older</source>
        <translation>5 мин и старше</translation>
    </message>
    <message>
        <source>added</source>
        <translation>доб.</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>снято</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>исп.</translation>
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
        <translation>нетронутый POC</translation>
    </message>
    <message>
        <source>Cumulative delta</source>
        <translation>Накопленная дельта</translation>
    </message>
    <message>
        <source>≈ iceberg</source>
        <translation>≈ айсберг</translation>
    </message>
    <message>
        <source>VWAP since %1</source>
        <translation>VWAP с %1</translation>
    </message>
    <message>
        <source>iceberg</source>
        <translation>айсберг</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Buy at the bid</source>
        <translation>Купить по биду</translation>
    </message>
    <message>
        <source>Sell at the ask</source>
        <translation>Продать по аску</translation>
    </message>
    <message>
        <source>Take the ask</source>
        <translation>Забрать аск</translation>
    </message>
    <message>
        <source>Take the bid</source>
        <translation>Забрать бид</translation>
    </message>
    <message>
        <source>Buy at market</source>
        <translation>Купить по рынку</translation>
    </message>
    <message>
        <source>Sell at market</source>
        <translation>Продать по рынку</translation>
    </message>
    <message>
        <source>Cancel the orders of this market</source>
        <translation>Снять заявки этого рынка</translation>
    </message>
    <message>
        <source>Cancel the stops of this market</source>
        <translation>Снять стопы этого рынка</translation>
    </message>
    <message>
        <source>Close the position</source>
        <translation>Закрыть позицию</translation>
    </message>
    <message>
        <source>Reverse the position</source>
        <translation>Перевернуть позицию</translation>
    </message>
    <message>
        <source>Cancel and close everything</source>
        <translation>Снять и закрыть всё</translation>
    </message>
</context>
<context>
    <name>OrderGuard</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 по %2</translation>
    </message>
    <message>
        <source>It is worth %1 %2.</source>
        <translation>Он стоит %1 %2.</translation>
    </message>
    <message>
        <source>Its price is %1 beyond the best of the other side.</source>
        <translation>Его цена на %1 за лучшей ценой другой стороны.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Heat map</source>
        <translation>Тепловая карта</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Стакан</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>Свечи</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>Футпринт</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Профиль объёма</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Глубина</translation>
    </message>
    <message>
        <source>Time and sales</source>
        <translation>Лента сделок</translation>
    </message>
    <message>
        <source>Order ticket</source>
        <translation>Заявка</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Биржи</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Оповещения</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>3D depth</source>
        <translation>Стакан в 3D</translation>
    </message>
</context>
<context>
    <name>QuickTrade</name>
    <message>
        <source>Cancel every order and close every position?</source>
        <translation>Отменить все заявки и закрыть все позиции?</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Scalping</source>
        <translation>Скальпинг</translation>
    </message>
    <message>
        <source>Order flow</source>
        <translation>Поток заявок</translation>
    </message>
    <message>
        <source>Multi-venue</source>
        <translation>Несколько бирж</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Портфель</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Аналитик</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Не удаётся записать %1: %2</translation>
    </message>
</context>
<context>
    <name>qob</name>
    <message>
        <source>Buy</source>
        <translation>Покупка</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Рыночная</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Лимит</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>Стоп-лимит</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>Рыночная → лимит</translation>
    </message>
    <message>
        <source>Pegged</source>
        <translation>Привязанная</translation>
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
        <translation>День</translation>
    </message>
    <message>
        <source>GTD</source>
        <translation>GTD</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Открытие</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрытие</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Активна</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Частично</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Исполнена</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Снята</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Снимается</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонена</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлена</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Изменяется</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Мейкер</translation>
    </message>
    <message>
        <source>Taker</source>
        <translation>Тейкер</translation>
    </message>
    <message>
        <source>Awaiting snapshot</source>
        <translation>Ждёт снимка</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Онлайн</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Устарел</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Окончен</translation>
    </message>
    <message>
        <source>SIM</source>
        <translation>СИМ</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>ПОВТОР</translation>
    </message>
    <message>
        <source>LIVE · PAPER</source>
        <translation>ОНЛАЙН · БУМАГА</translation>
    </message>
    <message>
        <source>Waiting for the venue&apos;s book</source>
        <translation>Ожидание стакана биржи</translation>
    </message>
    <message>
        <source>Stale book. %1</source>
        <translation>Стакан устарел. %1</translation>
    </message>
    <message>
        <source>Stale book: not the venue&apos;s any more</source>
        <translation>Стакан устарел: он уже не биржевой</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>Запись окончена</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 мкс</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
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
        <translation>Оповещение</translation>
    </message>
    <message>
        <source>The webhook of an alert failed: %1</source>
        <translation>Вебхук оповещения не сработал: %1</translation>
    </message>
</context>
<context>
    <name>qob::AlertDialog</name>
    <message>
        <source>Each time it becomes true, not only once</source>
        <translation>Каждый раз, а не только однажды</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>Новое оповещение</translation>
    </message>
    <message>
        <source>Change the alert</source>
        <translation>Изменить оповещение</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Рынок</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>В течение</translation>
    </message>
    <message>
        <source>Tell by</source>
        <translation>Сообщать</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Вебхук</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>The webhook is not an http or https address</source>
        <translation>Вебхук — не адрес http или https</translation>
    </message>
    <message>
        <source>This market has no such value</source>
        <translation>На этом рынке такого значения нет</translation>
    </message>
</context>
<context>
    <name>qob::Alerts</name>
    <message>
        <source>The alerts cannot be read: %1; kept as %2</source>
        <translation>Оповещения не читаются: %1; сохранены как %2</translation>
    </message>
    <message>
        <source>The alerts cannot be saved: %1: %2</source>
        <translation>Оповещения не сохраняются: %1: %2</translation>
    </message>
    <message>
        <source>The alerts cannot be read and are not kept: %1: %2</source>
        <translation>Оповещения не читаются и не сохраняются: %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n оповещение не читается; файл сохранён как %1</numerusform>
            <numerusform>%n оповещения не читаются; файл сохранён как %1</numerusform>
            <numerusform>%n оповещений не читаются; файл сохранён как %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::AlertsModel</name>
    <message>
        <source>Each time</source>
        <translation>Каждый раз</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Один раз</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>звук</translation>
    </message>
    <message>
        <source>pop-up</source>
        <translation>окно</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>вебхук</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Рынок</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Условие</translation>
    </message>
    <message>
        <source>Fires</source>
        <translation>Срабатывает</translation>
    </message>
    <message>
        <source>Tells by</source>
        <translation>Сообщает</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
</context>
<context>
    <name>qob::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>Оповещения</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>History of alerts</source>
        <translation>История оповещений</translation>
    </message>
    <message>
        <source>New alert…</source>
        <translation>Новое оповещение…</translation>
    </message>
    <message>
        <source>Change the alert…</source>
        <translation>Изменить оповещение…</translation>
    </message>
    <message>
        <source>Remove the alert</source>
        <translation>Удалить оповещение</translation>
    </message>
</context>
<context>
    <name>qob::BalancesModel</name>
    <message>
        <source>Asset</source>
        <translation>Актив</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Свободно</translation>
    </message>
    <message>
        <source>In orders</source>
        <translation>В заявках</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Всего</translation>
    </message>
</context>
<context>
    <name>qob::Blotters</name>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Фильтр строк</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Позиции</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Остатки</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заявки</translation>
    </message>
</context>
<context>
    <name>qob::CandleChart</name>
    <message>
        <source>Candles</source>
        <translation>Свечи</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Бары</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>Хейкен-Аши</translation>
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
        <translation>Боллинджер</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Объём</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Дельта</translation>
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
        <translation>Открытый интерес</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
</context>
<context>
    <name>qob::CandlesPanel</name>
    <message>
        <source>How candles are drawn</source>
        <translation>Как рисуются свечи</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Индикаторы</translation>
    </message>
    <message>
        <source>Choose indicators and their parameters</source>
        <translation>Выбрать индикаторы и их параметры</translation>
    </message>
</context>
<context>
    <name>qob::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Найти команду</translation>
    </message>
    <message>
        <source>Command, panel, workspace or market</source>
        <translation>Команда, панель, рабочее место или рынок</translation>
    </message>
</context>
<context>
    <name>qob::ConnectDialog</name>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>Хранить пароль в связке ключей</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Убрать из списка</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Подключиться к серверу</translation>
    </message>
    <message>
        <source>A qob server runs the engine, its orders and its accounts; this terminal shows them and trades there. The connection is always encrypted.</source>
        <translation>На сервере qob работают движок, заявки и счета; этот терминал показывает их и торгует там. Соединение всегда шифруется.</translation>
    </message>
    <message>
        <source>Saved servers</source>
        <translation>Сохранённые серверы</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>Код второго фактора</translation>
    </message>
    <message>
        <source>Optional: what you call it</source>
        <translation>Необязательно: ваше название</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Другой сервер</translation>
    </message>
    <message>
        <source>A user and a password are needed.</source>
        <translation>Нужны пользователь и пароль.</translation>
    </message>
    <message>
        <source>Connecting with %1…</source>
        <translation>Подключение к %1…</translation>
    </message>
    <message>
        <source>Nobody known vouches for the certificate of %1. Its SHA-256 fingerprint is
%2
Compare it with what the server prints when it starts, and trust it only if they are the same.</source>
        <translation>За сертификат %1 не ручается никто из известных. Его отпечаток SHA-256:
%2
Сравните его с тем, что сервер печатает при запуске, и доверяйте ему, только если они совпадают.</translation>
    </message>
    <message>
        <source>They are the same: trust it</source>
        <translation>Совпадают: доверять</translation>
    </message>
    <message>
        <source>%1 shows another certificate than before. Somebody may be listening in: nothing was sent.
Known: %2
Shown: %3</source>
        <translation>%1 показывает не тот сертификат, что раньше. Возможно, кто-то подслушивает: ничего не отправлено.
Известный: %2
Показанный: %3</translation>
    </message>
    <message>
        <source>Forget the known certificate</source>
        <translation>Забыть известный сертификат</translation>
    </message>
    <message>
        <source>It holds for now, but could not be written down.</source>
        <translation>Пока действует, но записать не удалось.</translation>
    </message>
</context>
<context>
    <name>qob::DataTable</name>
    <message>
        <source>Copy the selected rows</source>
        <translation>Копировать выбранные строки</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Экспорт в CSV…</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Экспорт в CSV</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Не удаётся записать %1: %2</translation>
    </message>
    <message>
        <source>%1 (asset)</source>
        <translation>%1 (актив)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Сортировать по</translation>
    </message>
</context>
<context>
    <name>qob::DepthChart</name>
    <message>
        <source>Depth chart</source>
        <translation>График глубины</translation>
    </message>
    <message>
        <source>All venues together</source>
        <translation>Все биржи вместе</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>загрузка</translation>
    </message>
    <message>
        <source>sizes cannot be compared</source>
        <translation>размеры несравнимы</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1, без %2</translation>
    </message>
</context>
<context>
    <name>qob::DepthSurface</name>
    <message>
        <source>3D depth</source>
        <translation>Стакан в 3D</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 минута</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 минут</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 минут</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 час</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Вернуть вид</translation>
    </message>
</context>
<context>
    <name>qob::DrawingTools</name>
    <message>
        <source>Draw lines, levels, rectangles, rulers and notes</source>
        <translation>Рисовать линии, уровни, прямоугольники, линейки и заметки</translation>
    </message>
    <message>
        <source>Text of the drawing</source>
        <translation>Текст рисунка</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Толщина</translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation>
            <numerusform>%n пиксель</numerusform>
            <numerusform>%n пикселя</numerusform>
            <numerusform>%n пикселей</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Пунктир</translation>
    </message>
    <message>
        <source>Extend to the left</source>
        <translation>Продлить влево</translation>
    </message>
    <message>
        <source>Extend to the right</source>
        <translation>Продлить вправо</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Рисовать</translation>
    </message>
    <message>
        <source>Keep the tool after use</source>
        <translation>Оставлять инструмент после рисования</translation>
    </message>
    <message>
        <source>Undo the drawing</source>
        <translation>Отменить рисование</translation>
    </message>
    <message>
        <source>Redo the drawing</source>
        <translation>Вернуть рисование</translation>
    </message>
    <message>
        <source>Delete all drawings of this market</source>
        <translation>Удалить все рисунки этого рынка</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Закреплено</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>Оповещать о пересечении</translation>
    </message>
    <message>
        <source>Edit the text…</source>
        <translation>Изменить текст…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>In every workspace</source>
        <translation>На всех рабочих местах</translation>
    </message>
</context>
<context>
    <name>qob::Drawings</name>
    <message numerus="yes">
        <source>%n drawing(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n рисунок не читается; файл сохранён как %1</numerusform>
            <numerusform>%n рисунка не читаются; файл сохранён как %1</numerusform>
            <numerusform>%n рисунков не читаются; файл сохранён как %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The drawings cannot be read: %1; kept as %2</source>
        <translation>Рисунки не читаются: %1; сохранены как %2</translation>
    </message>
    <message>
        <source>The drawings cannot be saved: %1: %2</source>
        <translation>Рисунки не сохраняются: %1: %2</translation>
    </message>
    <message>
        <source>The drawings cannot be read and are not kept: %1: %2</source>
        <translation>Рисунки не читаются и не сохраняются: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::EquityChart</name>
    <message>
        <source>Profit over time</source>
        <translation>Прибыль во времени</translation>
    </message>
    <message>
        <source>Profit %1 %3, largest drawdown %2 %3</source>
        <translation>Прибыль %1 %3, наибольшая просадка %2 %3</translation>
    </message>
    <message>
        <source>Nothing was traded yet</source>
        <translation>Сделок ещё не было</translation>
    </message>
</context>
<context>
    <name>qob::FillSums</name>
    <message>
        <source>Market</source>
        <translation>Рынок</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Объём</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Комиссии</translation>
    </message>
    <message>
        <source>As maker</source>
        <translation>Мейкером</translation>
    </message>
    <message>
        <source>As maker (%)</source>
        <translation>Мейкером (%)</translation>
    </message>
</context>
<context>
    <name>qob::FillsModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Рынок</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Сторона</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Кол-во</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Комиссия</translation>
    </message>
    <message>
        <source>Liquidity</source>
        <translation>Ликвидность</translation>
    </message>
</context>
<context>
    <name>qob::FiredAlertsModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
</context>
<context>
    <name>qob::FootprintChart</name>
    <message>
        <source>Bid × ask</source>
        <translation>Бид × аск</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Дельта</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Объём</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>Футпринт</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>Объёма по ценам ещё нет</translation>
    </message>
    <message>
        <source>Volume at price since %1, prices rough before %2</source>
        <translation>Объём по ценам с %1, до %2 цены приблизительны</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>Объём по ценам с %1</translation>
    </message>
    <message>
        <source>Delta %</source>
        <translation>Дельта %</translation>
    </message>
    <message>
        <source>Max delta</source>
        <translation>Макс. дельта</translation>
    </message>
    <message>
        <source>Min delta</source>
        <translation>Мин. дельта</translation>
    </message>
</context>
<context>
    <name>qob::FootprintPanel</name>
    <message>
        <source>Rows: auto</source>
        <translation>Строки: авто</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Строки: %1</translation>
    </message>
    <message>
        <source>What the cells say</source>
        <translation>Что в ячейках</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>Тиков в строке</translation>
    </message>
    <message>
        <source>Which imbalances are marked</source>
        <translation>Какие имбалансы отмечены</translation>
    </message>
    <message>
        <source>As many as can be read</source>
        <translation>Сколько читается</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n тик</numerusform>
            <numerusform>%n тика</numerusform>
            <numerusform>%n тиков</numerusform>
        </translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>Имбаланс</translation>
    </message>
    <message>
        <source>Ratio, %</source>
        <translation>Отношение, %</translation>
    </message>
    <message>
        <source>Least size</source>
        <translation>Мин. размер</translation>
    </message>
    <message>
        <source>Stacked rows</source>
        <translation>Строк подряд</translation>
    </message>
</context>
<context>
    <name>qob::FramePlate</name>
    <message>
        <source>Frame costs</source>
        <translation>Цена кадра</translation>
    </message>
    <message>
        <source>%1 fps, frame p50 %2, p99 %3</source>
        <translation>%1 fps, кадр p50 %2, p99 %3</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Панель</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>кадры</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>средн.</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>худший</translation>
    </message>
</context>
<context>
    <name>qob::HeaderBar</name>
    <message>
        <source>Header</source>
        <translation>Шапка</translation>
    </message>
    <message>
        <source>Choose a market (Ctrl+M)</source>
        <translation>Выбрать рынок (Ctrl+M)</translation>
    </message>
    <message>
        <source>Last trade</source>
        <translation>Последняя сделка</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>Бид</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Аск</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Спред</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Снять всё</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>No market yet</source>
        <translation>Рынка ещё нет</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Блокировка</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>Торговля</translation>
    </message>
    <message>
        <source>No order can leave. Click to unlock trading (Ctrl+L)</source>
        <translation>Заявки не уйдут. Щелчок разблокирует торговлю (Ctrl+L)</translation>
    </message>
    <message>
        <source>Clicks send orders. Lock (Ctrl+L)</source>
        <translation>Щелчки отправляют заявки. Заблокировать (Ctrl+L)</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading; Esc cancels only</source>
        <translation>Сразу снимает все активные заявки и блокирует торговлю; Esc только снимает</translation>
    </message>
</context>
<context>
    <name>qob::HeatMap</name>
    <message>
        <source>Heat map</source>
        <translation>Тепловая карта</translation>
    </message>
    <message>
        <source>1 m</source>
        <translation>1 м</translation>
    </message>
    <message>
        <source>5 m</source>
        <translation>5 м</translation>
    </message>
    <message>
        <source>15 m</source>
        <translation>15 м</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 ч</translation>
    </message>
    <message>
        <source>Show %1 of history and follow it</source>
        <translation>Показать %1 истории и следовать за ней</translation>
    </message>
    <message>
        <source>Colours, contrast and sizes</source>
        <translation>Цвета, контраст и размеры</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>нет данных</translation>
    </message>
    <message>
        <source> · first in queue</source>
        <translation> · первая в очереди</translation>
    </message>
    <message>
        <source> · %1 ahead</source>
        <translation> · впереди %1</translation>
    </message>
    <message>
        <source> · ≈ %1 ahead</source>
        <translation> · впереди ≈ %1</translation>
    </message>
    <message>
        <source>Heat map settings…</source>
        <translation>Настройки тепловой карты…</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Палитра</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Классика</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Моно</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>Для дальтоников</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>Цвет показывает</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>Стоящий размер</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>Стоящий размер, старые ярче</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>Добавлено, снято, исполнено</translation>
    </message>
    <message>
        <source>Lock contrast</source>
        <translation>Закрепить контраст</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Темнее</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Светлее</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n тик</numerusform>
            <numerusform>%n тика</numerusform>
            <numerusform>%n тиков</numerusform>
        </translation>
    </message>
    <message>
        <source>Price rows</source>
        <translation>Строки цены</translation>
    </message>
    <message>
        <source>Trade bubbles</source>
        <translation>Пузыри сделок</translation>
    </message>
    <message>
        <source>Best bid and ask lines</source>
        <translation>Линии лучших бида и аска</translation>
    </message>
    <message>
        <source>Last price line</source>
        <translation>Линия последней цены</translation>
    </message>
    <message>
        <source>Session VWAP</source>
        <translation>VWAP сессии</translation>
    </message>
    <message>
        <source>Cumulative volume delta</source>
        <translation>Накопленная дельта объёма</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Профиль объёма</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Of what is shown</source>
        <translation>Того, что видно</translation>
    </message>
    <message>
        <source>Of the whole history held</source>
        <translation>Всей истории</translation>
    </message>
    <message>
        <source>Naked points of control (15 min)</source>
        <translation>Нетронутые POC (15 мин)</translation>
    </message>
    <message>
        <source>Large lots</source>
        <translation>Крупные лоты</translation>
    </message>
    <message>
        <source>Back to the market</source>
        <translation>Назад к рынку</translation>
    </message>
    <message>
        <source>Centre the price</source>
        <translation>Цену в центр</translation>
    </message>
    <message>
        <source>Follow the price</source>
        <translation>Следовать за ценой</translation>
    </message>
    <message>
        <source>Zoom in on price</source>
        <translation>Крупнее по цене</translation>
    </message>
    <message>
        <source>Zoom out of price</source>
        <translation>Мельче по цене</translation>
    </message>
    <message>
        <source>Zoom in on time</source>
        <translation>Крупнее по времени</translation>
    </message>
    <message>
        <source>Zoom out of time</source>
        <translation>Мельче по времени</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Показанное время</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 минута</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 минут</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 минут</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 час</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>Ожидание рынка</translation>
    </message>
    <message>
        <source>Waiting for history</source>
        <translation>Ожидание истории</translation>
    </message>
    <message>
        <source>Icebergs</source>
        <translation>Айсберги</translation>
    </message>
</context>
<context>
    <name>qob::HeatSettings</name>
    <message>
        <source>Restore defaults</source>
        <translation>По умолчанию</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Классика</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Моно</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>Для дальтоников</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>Стоящий размер</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>Стоящий размер, старые ярче</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>Добавлено, снято, исполнено</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Палитра</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>Цвет показывает</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Гамма</translation>
    </message>
    <message>
        <source>Lower shows more of the small sizes</source>
        <translation>Чем ниже, тем виднее малые размеры</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Яркость</translation>
    </message>
    <message>
        <source>J darker, K brighter</source>
        <translation>J темнее, K светлее</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Контраст</translation>
    </message>
    <message>
        <source>Percent of the largest</source>
        <translation>Процент от наибольшего</translation>
    </message>
    <message>
        <source>Exact size</source>
        <translation>Точный размер</translation>
    </message>
    <message>
        <source>Cutoffs in</source>
        <translation>Пороги</translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation>Скрывать ниже</translation>
    </message>
    <message>
        <source>Smaller sizes are not shown</source>
        <translation>Меньшие размеры не показаны</translation>
    </message>
    <message>
        <source>Full colour from</source>
        <translation>Полный цвет от</translation>
    </message>
    <message>
        <source>This size and larger ones look alike</source>
        <translation>С этого размера все выглядят одинаково</translation>
    </message>
    <message>
        <source>Lock at what is largest now</source>
        <translation>Закрепить по наибольшему сейчас</translation>
    </message>
    <message>
        <source>Colours stay comparable while the map moves</source>
        <translation>Цвета остаются сравнимыми, пока карта движется</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>авто</translation>
    </message>
    <message>
        <source>Prices that are added up in one row</source>
        <translation>Цены, сложенные в одну строку</translation>
    </message>
    <message>
        <source>Ticks a row</source>
        <translation>Тиков в строке</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Smallest bubble</source>
        <translation>Мин. пузырь</translation>
    </message>
    <message>
        <source>Smaller trades get no bubble</source>
        <translation>Меньшие сделки без пузыря</translation>
    </message>
    <message>
        <source> px</source>
        <translation> пикс</translation>
    </message>
    <message>
        <source>Trades this near each other are one bubble at their average price</source>
        <translation>Столь близкие сделки — один пузырь по средней цене</translation>
    </message>
    <message>
        <source>Gather over</source>
        <translation>Собирать за</translation>
    </message>
    <message>
        <source>Large lot from</source>
        <translation>Крупный лот от</translation>
    </message>
    <message>
        <source>What the marks of large lots and icebergs show</source>
        <translation>Что показывают метки крупных лотов и айсбергов</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>наибольшие</translation>
    </message>
</context>
<context>
    <name>qob::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
</context>
<context>
    <name>qob::IndicatorMenu</name>
    <message>
        <source>Standard deviations</source>
        <translation>Стандартные отклонения</translation>
    </message>
    <message>
        <source>Fast period</source>
        <translation>Быстрый период</translation>
    </message>
    <message>
        <source>Slow period</source>
        <translation>Медленный период</translation>
    </message>
    <message>
        <source>Signal period</source>
        <translation>Период сигнала</translation>
    </message>
    <message>
        <source>Period, in candles</source>
        <translation>Период, в свечах</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Индикаторы</translation>
    </message>
    <message>
        <source>One more of these</source>
        <translation>Ещё один такой</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>дневной</translation>
    </message>
    <message>
        <source>Begins anew at 00:00 UTC</source>
        <translation>Заново в 00:00 UTC</translation>
    </message>
</context>
<context>
    <name>qob::InstrumentsModel</name>
    <message>
        <source>Symbol</source>
        <translation>Символ</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Биржа</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Последняя</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 ч</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Спред</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Оборот</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Последний час</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>24 h (%)</source>
        <translation>24 ч (%)</translation>
    </message>
</context>
<context>
    <name>qob::IntervalPicker</name>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 м</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 д</translation>
    </message>
    <message>
        <source>%1 w</source>
        <translation>%1 н</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 М</translation>
    </message>
    <message>
        <source>Candles of %1</source>
        <translation>Свечи по %1</translation>
    </message>
    <message>
        <source>All intervals</source>
        <translation>Все интервалы</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
</context>
<context>
    <name>qob::Ladder</name>
    <message>
        <source>Price ladder</source>
        <translation>Стакан цен</translation>
    </message>
    <message>
        <source>%1 %2 at %3
%4 left, %5 filled
%6 ahead in the queue
%7
Drag to re-price, x to cancel</source>
        <translation>%1 %2 по %3
осталось %4, исполнено %5
впереди в очереди %6
%7
Потянуть — сменить цену, x — снять</translation>
    </message>
    <message>
        <source>Centre on the market</source>
        <translation>Центр на рынок</translation>
    </message>
    <message>
        <source>Keep the market in the middle</source>
        <translation>Держать рынок в середине</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Quick quantity %1</source>
        <translation>Быстрое количество %1</translation>
    </message>
    <message>
        <source>The default columns</source>
        <translation>Столбцы по умолчанию</translation>
    </message>
    <message>
        <source>Buys</source>
        <translation>Покупки</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>Бид</translation>
    </message>
    <message>
        <source>Bid ±</source>
        <translation>Бид ±</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Прод.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Купл.</translation>
    </message>
    <message>
        <source>Ask ±</source>
        <translation>Аск ±</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Аск</translation>
    </message>
    <message>
        <source>Sells</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Vol</source>
        <translation>Об.</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Дельта</translation>
    </message>
    <message>
        <source>Your buy orders, with the size ahead of them in the queue</source>
        <translation>Ваши заявки на покупку и размер впереди них в очереди</translation>
    </message>
    <message>
        <source>Size bid; a click buys there</source>
        <translation>Размер на биде; щелчок покупает здесь</translation>
    </message>
    <message>
        <source>Size added to the bids (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>Сколько на бидах добавлено или снято за последние десять секунд, не считая сделок</translation>
    </message>
    <message>
        <source>Sold into the bids here in the last half minute</source>
        <translation>Продано здесь в биды за последние полминуты</translation>
    </message>
    <message>
        <source>Bought from the asks here in the last half minute</source>
        <translation>Куплено здесь с асков за последние полминуты</translation>
    </message>
    <message>
        <source>Size added to the asks (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>Сколько на асках добавлено или снято за последние десять секунд, не считая сделок</translation>
    </message>
    <message>
        <source>Size offered; a click sells there</source>
        <translation>Размер на аске; щелчок продаёт здесь</translation>
    </message>
    <message>
        <source>Your sell orders, with the size ahead of them in the queue</source>
        <translation>Ваши заявки на продажу и размер впереди них в очереди</translation>
    </message>
    <message>
        <source>Traded here since the market is shown</source>
        <translation>Проторговано здесь с показа рынка</translation>
    </message>
    <message>
        <source>Bought less sold here since the market is shown</source>
        <translation>Куплено минус продано здесь с показа рынка</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Блокировка</translation>
    </message>
    <message>
        <source>A click orders %1</source>
        <translation>Щелчок заявит %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>строка %1</translation>
    </message>
    <message>
        <source>Draw a level at %1</source>
        <translation>Провести уровень на %1</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>Оповещать о пересечении</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Higher price rows</source>
        <translation>Строки цен крупнее</translation>
    </message>
    <message>
        <source>Lower price rows</source>
        <translation>Строки цен мельче</translation>
    </message>
</context>
<context>
    <name>qob::LiveDialog</name>
    <message>
        <source>Live markets</source>
        <translation>Рынки онлайн</translation>
    </message>
    <message>
        <source>Public feeds: no account is needed. Tick the venues and write the symbols as each venue does, with spaces between. Orders are paper.</source>
        <translation>Публичные фиды: счёт не нужен. Отметьте биржи и впишите символы так, как их пишет биржа, через пробел. Заявки бумажные.</translation>
    </message>
    <message>
        <source>Find a venue</source>
        <translation>Найти биржу</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Биржа</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Символы</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Продукты</translation>
    </message>
    <message>
        <source>Its rules are</source>
        <translation>Её правила</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Биржи</translation>
    </message>
    <message>
        <source>proven on recordings</source>
        <translation>проверены на записях</translation>
    </message>
    <message>
        <source>as documented</source>
        <translation>по документации</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s)</source>
        <translation>
            <numerusform>%n стакан</numerusform>
            <numerusform>%n стакана</numerusform>
            <numerusform>%n стаканов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Отбор строк</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Предупреждения и ошибки</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>How bad it has to be</source>
        <translation>Наименьшая серьёзность</translation>
    </message>
</context>
<context>
    <name>qob::MainWindow</name>
    <message>
        <source>The workspace %1 cannot be read: %2</source>
        <translation>Рабочее место %1 не читается: %2</translation>
    </message>
    <message>
        <source>This version has no panel %1: left out</source>
        <translation>В этой версии нет панели %1: пропущена</translation>
    </message>
    <message>
        <source>The picture is in the clipboard; save it too?</source>
        <translation>Снимок в буфере обмена; сохранить и в файл?</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Изображения (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1</source>
        <translation>Снимок в %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>Не удаётся записать %1</translation>
    </message>
    <message>
        <source>Nothing was imported: %1</source>
        <translation>Ничего не импортировано: %1</translation>
    </message>
    <message>
        <source>The workspace %1 is here already and was opened as you left it</source>
        <translation>Рабочее место %1 здесь уже есть и открыто таким, каким вы его оставили</translation>
    </message>
</context>
<context>
    <name>qob::MarketBadge</name>
    <message>
        <source>A simulated market: every order is paper</source>
        <translation>Симулированный рынок: все заявки бумажные</translation>
    </message>
    <message>
        <source>A recording is played: every order is paper</source>
        <translation>Идёт запись рынка: все заявки бумажные</translation>
    </message>
    <message>
        <source>A live market; orders are paper</source>
        <translation>Живой рынок; заявки бумажные</translation>
    </message>
</context>
<context>
    <name>qob::MarketList</name>
    <message>
        <source>Symbol or venue</source>
        <translation>Символ или биржа</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>Фильтр рынков</translation>
    </message>
    <message>
        <source>Markets</source>
        <translation>Рынки</translation>
    </message>
</context>
<context>
    <name>qob::NoticesModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
</context>
<context>
    <name>qob::OrderEntry</name>
    <message>
        <source>Trading is locked: nothing was sent. Unlock with the padlock or Ctrl+L.</source>
        <translation>Торговля заблокирована: ничего не отправлено. Разблокируйте замком или Ctrl+L.</translation>
    </message>
    <message>
        <source>The engine is busy: nothing was sent. Try again.</source>
        <translation>Движок занят: ничего не отправлено. Попробуйте снова.</translation>
    </message>
    <message>
        <source>The session is closed: nothing was sent.</source>
        <translation>Сессия закрыта: ничего не отправлено.</translation>
    </message>
    <message>
        <source>No market is shown: nothing was sent.</source>
        <translation>Рынок не показан: ничего не отправлено.</translation>
    </message>
    <message>
        <source>%1: nothing was sent.</source>
        <translation>%1: ничего не отправлено.</translation>
    </message>
    <message>
        <source>The quantity must be between %1 and %2: nothing was sent.</source>
        <translation>Количество должно быть от %1 до %2: ничего не отправлено.</translation>
    </message>
    <message>
        <source>The price must be a positive multiple of %1: nothing was sent.</source>
        <translation>Цена должна быть положительной и кратной %1: ничего не отправлено.</translation>
    </message>
    <message>
        <source>The order is no longer working: nothing was sent.</source>
        <translation>Заявка больше не активна: ничего не отправлено.</translation>
    </message>
    <message>
        <source>The order is being changed already: nothing was sent.</source>
        <translation>Заявка уже изменяется: ничего не отправлено.</translation>
    </message>
    <message>
        <source>There is a question to answer first: nothing was sent.</source>
        <translation>Сначала нужно ответить на вопрос: ничего не отправлено.</translation>
    </message>
    <message>
        <source>Orders are cancelled; trading is locked: no position was closed.</source>
        <translation>Заявки отменяются; торговля заблокирована: ни одна позиция не закрыта.</translation>
    </message>
    <message>
        <source>Some orders still work after five seconds: no position was closed.</source>
        <translation>Через пять секунд часть заявок ещё активна: ни одна позиция не закрыта.</translation>
    </message>
    <message>
        <source>The market is no longer shown: nothing was sent.</source>
        <translation>Рынок больше не показан: ничего не отправлено.</translation>
    </message>
    <message>
        <source>The position is being closed already: nothing was sent.</source>
        <translation>Позиция уже закрывается: ничего не отправлено.</translation>
    </message>
    <message>
        <source>The position is another one by now: nothing was sent.</source>
        <translation>Позиция тем временем изменилась: ничего не отправлено.</translation>
    </message>
</context>
<context>
    <name>qob::OrderQuestion</name>
    <message>
        <source>Send it?</source>
        <translation>Отправить?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Не отправлять</translation>
    </message>
</context>
<context>
    <name>qob::OrderTicket</name>
    <message>
        <source>Limit</source>
        <translation>Лимит</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Рыночная</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>Стоп-лимит</translation>
    </message>
    <message>
        <source>Trailing stop</source>
        <translation>Трейлинг-стоп</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>Рыночная → лимит</translation>
    </message>
    <message>
        <source>Pegged to the middle</source>
        <translation>Привязка к середине</translation>
    </message>
    <message>
        <source>Pegged to the best price</source>
        <translation>Привязка к лучшей цене</translation>
    </message>
    <message>
        <source>There is no price to measure the bracket from</source>
        <translation>Нет цены, от которой отсчитать скобку</translation>
    </message>
    <message>
        <source>Limit or stop (OCO)</source>
        <translation>Лимит или стоп (OCO)</translation>
    </message>
    <message>
        <source>Until when the order is good is missing</source>
        <translation>Не указано, до какого времени действует заявка</translation>
    </message>
</context>
<context>
    <name>qob::OrdersModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Рынок</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Сторона</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Кол-во</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Исполнена</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Средняя</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>Впереди</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Возраст</translation>
    </message>
    <message>
        <source>Answered (s)</source>
        <translation>Ответ (с)</translation>
    </message>
    <message>
        <source>Age (s)</source>
        <translation>Возраст (с)</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Принята</translation>
    </message>
</context>
<context>
    <name>qob::PanelDock</name>
    <message>
        <source>Blue</source>
        <translation>Синяя</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Оранжевая</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелёная</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Фиолетовая</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Красная</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Жёлтая</translation>
    </message>
    <message>
        <source>Link group: panels of one colour show the same instrument</source>
        <translation>Группа связи: панели одного цвета показывают один инструмент</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>Меню панели</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Закрыть панель</translation>
    </message>
    <message>
        <source>Back into the window</source>
        <translation>Назад в окно</translation>
    </message>
    <message>
        <source>Into a window of its own</source>
        <translation>В отдельное окно</translation>
    </message>
    <message>
        <source>Link group</source>
        <translation>Группа связи</translation>
    </message>
    <message>
        <source>Picture of the panel…</source>
        <translation>Снимок панели…</translation>
    </message>
    <message>
        <source>Help for this panel</source>
        <translation>Справка по панели</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading</source>
        <translation>Сразу снимает все активные заявки и блокирует торговлю</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Снять всё</translation>
    </message>
</context>
<context>
    <name>qob::PerformancePanel</name>
    <message>
        <source>Settle asset</source>
        <translation>Валюта расчётов</translation>
    </message>
    <message>
        <source>By market</source>
        <translation>По рынкам</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>По часам</translation>
    </message>
</context>
<context>
    <name>qob::PositionsModel</name>
    <message>
        <source>Market</source>
        <translation>Рынок</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Нетто</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Средняя</translation>
    </message>
    <message>
        <source>Unrealised</source>
        <translation>Нереализ.</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>Реализ.</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Комиссии</translation>
    </message>
</context>
<context>
    <name>qob::PriceChart</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 д %2 ч</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Нет данных</translation>
    </message>
    <message>
        <source>O</source>
        <translation>О</translation>
    </message>
    <message>
        <source>H</source>
        <translation>В</translation>
    </message>
    <message>
        <source>L</source>
        <translation>Н</translation>
    </message>
    <message>
        <source>C</source>
        <translation>З</translation>
    </message>
    <message>
        <source>V</source>
        <translation>Об</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>неполная</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>Ожидание рынка</translation>
    </message>
    <message>
        <source>Waiting for the first trade</source>
        <translation>Ожидание первой сделки</translation>
    </message>
</context>
<context>
    <name>qob::ProfileChart</name>
    <message>
        <source>Session</source>
        <translation>Сессия</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Видимое</translation>
    </message>
    <message>
        <source>Fixed range</source>
        <translation>Диапазон</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>Профиль объёма</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>Объёма по ценам ещё нет</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>Объём по ценам с %1</translation>
    </message>
    <message>
        <source>%1, prices rough before %2</source>
        <translation>%1, до %2 цены приблизительны</translation>
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
        <translation>Удерживая Shift, выделите диапазон</translation>
    </message>
    <message>
        <source>naked POC %1</source>
        <translation>нетронутый POC %1</translation>
    </message>
</context>
<context>
    <name>qob::ProfilePanel</name>
    <message>
        <source>How long a session is</source>
        <translation>Длина сессии</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>Тиков в строке</translation>
    </message>
    <message>
        <source>As many as can be seen</source>
        <translation>Сколько видно</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n тик</numerusform>
            <numerusform>%n тика</numerusform>
            <numerusform>%n тиков</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows: auto</source>
        <translation>Строки: авто</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Строки: %1</translation>
    </message>
</context>
<context>
    <name>qob::RemoteLink</name>
    <message>
        <source>The connection was lost before the server confirmed to cancel all: look at what still works</source>
        <translation>Соединение потеряно до того, как сервер подтвердил отмену всех заявок: проверьте, что ещё работает</translation>
    </message>
    <message>
        <source>The connection was lost before the server confirmed what the market was told to do</source>
        <translation>Соединение потеряно до того, как сервер подтвердил указание рынку</translation>
    </message>
    <message>
        <source>Connected with %1 again after %2 s</source>
        <translation>Снова подключено к %1 через %2 с</translation>
    </message>
    <message>
        <source>The connection was lost: %1</source>
        <translation>Соединение потеряно: %1</translation>
    </message>
</context>
<context>
    <name>qob::ReplayBar</name>
    <message>
        <source>Replay bar</source>
        <translation>Панель повтора</translation>
    </message>
    <message>
        <source>Play or pause (Ctrl+Space)</source>
        <translation>Пуск или пауза (Ctrl+Пробел)</translation>
    </message>
    <message>
        <source>One step: the next event (Ctrl+.)</source>
        <translation>Шаг: следующее событие (Ctrl+.)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Market time, UTC</source>
        <translation>Время рынка, UTC</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Место в записи</translation>
    </message>
    <message>
        <source>jump to 14:03:00</source>
        <translation>к 14:03:00</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>Перейти ко времени</translation>
    </message>
    <message>
        <source>Expected 14:03, 14:03:27 or 2026-07-14 14:03:27 (UTC)</source>
        <translation>Ожидалось 14:03, 14:03:27 или 2026-07-14 14:03:27 (UTC)</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>Запись окончена</translation>
    </message>
    <message numerus="yes">
        <source>Rolling the history of %n more market(s)</source>
        <translation>
            <numerusform>Загружается история ещё %n рынка</numerusform>
            <numerusform>Загружается история ещё %n рынков</numerusform>
            <numerusform>Загружается история ещё %n рынков</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::ReplayControl</name>
    <message>
        <source>max</source>
        <translation>макс.</translation>
    </message>
    <message>
        <source>The engine is busy. Try again.</source>
        <translation>Движок занят. Попробуйте снова.</translation>
    </message>
    <message>
        <source>The session is closed.</source>
        <translation>Сессия закрыта.</translation>
    </message>
    <message>
        <source>This market cannot be moved in time.</source>
        <translation>По этому рынку нельзя двигаться во времени.</translation>
    </message>
</context>
<context>
    <name>qob::Settings</name>
    <message>
        <source>The settings cannot be read and are the default ones now: %1; kept as %2</source>
        <translation>Настройки не читаются, действуют исходные: %1; сохранены как %2</translation>
    </message>
    <message>
        <source>The settings cannot be saved: %1: %2</source>
        <translation>Настройки не сохраняются: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::SettingsDialog</name>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>For colour-blind eyes</source>
        <translation>Для дальтоников</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокий контраст</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Размер всего</translation>
    </message>
    <message>
        <source>A new size takes effect when the terminal is started again.</source>
        <translation>Новый размер вступит в силу при следующем запуске терминала.</translation>
    </message>
    <message>
        <source>Trade with single keys, on the panel under the mouse</source>
        <translation>Торговать одиночными клавишами на панели под мышью</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>The default keys</source>
        <translation>Клавиши по умолчанию</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Торговля</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Ask before an order worth more than</source>
        <translation>Спрашивать о заявке дороже</translation>
    </message>
    <message>
        <source>Ask before a price beyond the market by</source>
        <translation>Спрашивать, если цена за рынком на</translation>
    </message>
    <message>
        <source>Ask before everything is cancelled and closed</source>
        <translation>Спрашивать перед отменой и закрытием всего</translation>
    </message>
    <message>
        <source>Worth is in the quote currency. Cancelling orders is never asked about.</source>
        <translation>Стоимость в валюте котировки. Об отмене заявок никогда не спрашивается.</translation>
    </message>
</context>
<context>
    <name>qob::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>REC %L1 MB</source>
        <translation>REC %L1 МБ</translation>
    </message>
    <message>
        <source>%1 fps   frame p50 %2   p99 %3</source>
        <translation>%1 fps   кадр p50 %2   p99 %3</translation>
    </message>
    <message>
        <source>No feed yet</source>
        <translation>Фида ещё нет</translation>
    </message>
    <message>
        <source>Feed latency above the best one seen. The recorder&apos;s clock is behind the venue&apos;s by %1 or more.</source>
        <translation>Задержка фида сверх лучшей замеченной. Часы записи отстают от биржевых на %1 или больше.</translation>
    </message>
    <message>
        <source>Feed latency: from the venue&apos;s own time stamp to here</source>
        <translation>Задержка фида: от метки времени биржи до этого места</translation>
    </message>
    <message>
        <source>%L1 messages   %L2 gaps</source>
        <translation>сообщений %L1   пропусков %L2</translation>
    </message>
    <message>
        <source>latency %1</source>
        <translation>задержка %1</translation>
    </message>
    <message>
        <source>Trading locked</source>
        <translation>Торговля закрыта</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>Торговля</translation>
    </message>
    <message>
        <source>A frame&apos;s time: bringing the panels up to date and painting them</source>
        <translation>Время кадра: обновление панелей и их рисование</translation>
    </message>
    <message>
        <source>%1   round trip %2</source>
        <translation>%1   туда и обратно %2</translation>
    </message>
    <message>
        <source>%1 not connected, trying again</source>
        <translation>%1: нет связи, новая попытка</translation>
    </message>
    <message>
        <source>%1 disconnected</source>
        <translation>%1: отключено</translation>
    </message>
</context>
<context>
    <name>qob::Tape</name>
    <message>
        <source>Time and sales</source>
        <translation>Лента сделок</translation>
    </message>
    <message>
        <source>Add up what one aggressor takes at a price</source>
        <translation>Складывать, что агрессор забирает по одной цене</translation>
    </message>
    <message>
        <source>Leave out small trades</source>
        <translation>Без мелких сделок</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>Меньше %1</translation>
    </message>
    <message>
        <source>%1 not shown</source>
        <translation>не показано: %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>%1 newer above</source>
        <translation>новее выше: %1</translation>
    </message>
</context>
<context>
    <name>qob::Terminal</name>
    <message>
        <source>The screenshot could not be written to %1</source>
        <translation>Снимок не удалось записать в %1</translation>
    </message>
    <message>
        <source>There is no panel &apos;%1&apos;; there are: %2</source>
        <translation>Панели &apos;%1&apos; нет; есть: %2</translation>
    </message>
    <message>
        <source>There is no workspace &apos;%1&apos;; there are: %2</source>
        <translation>Рабочего места &apos;%1&apos; нет; есть: %2</translation>
    </message>
    <message>
        <source>Opening the market…</source>
        <translation>Открывается рынок…</translation>
    </message>
    <message>
        <source>Still on %1. %2</source>
        <translation>По-прежнему %1. %2</translation>
    </message>
    <message>
        <source>Replay recordings</source>
        <translation>Повтор записей</translation>
    </message>
    <message>
        <source>Recordings (*.qh *.gz *.xz *.jsonl *.log);;All files (*)</source>
        <translation>Записи (*.qh *.gz *.xz *.jsonl *.log);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Another terminal has these settings open: what you change in this one is not kept</source>
        <translation>Эти настройки открыты в другом терминале: изменения в этом не сохраняются</translation>
    </message>
    <message>
        <source>No market &apos;%1&apos; is known; another one is shown</source>
        <translation>Рынок &apos;%1&apos; неизвестен; показан другой</translation>
    </message>
</context>
<context>
    <name>qob::Ticket</name>
    <message>
        <source>Order ticket</source>
        <translation>Заявка</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>Тип заявки</translation>
    </message>
    <message>
        <source>Time in force</source>
        <translation>Срок действия</translation>
    </message>
    <message>
        <source>Good till cancelled: stays in the book</source>
        <translation>Good till cancelled: остаётся в стакане</translation>
    </message>
    <message>
        <source>Until the end of the trading day</source>
        <translation>До конца торгового дня</translation>
    </message>
    <message>
        <source>Immediate or cancel: what does not fill at once goes</source>
        <translation>Immediate or cancel: что не исполнено сразу, снимается</translation>
    </message>
    <message>
        <source>Fill or kill: all at once or nothing</source>
        <translation>Fill or kill: всё сразу или ничего</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Стоп на</translation>
    </message>
    <message>
        <source>Trails by</source>
        <translation>Отступ</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Кол-во</translation>
    </message>
    <message>
        <source>What the size is counted in</source>
        <translation>В чём считается размер</translation>
    </message>
    <message>
        <source>Size by quantity, by worth, or by what is lost when the stop loss is hit</source>
        <translation>Размер по количеству, по сумме или по потере на стоп-лоссе</translation>
    </message>
    <message>
        <source>Bracket, iceberg, conditions</source>
        <translation>Скобка, айсберг, условия</translation>
    </message>
    <message>
        <source>Take profit +</source>
        <translation>Тейк-профит +</translation>
    </message>
    <message>
        <source>Stop loss −</source>
        <translation>Стоп-лосс −</translation>
    </message>
    <message>
        <source>Shows only</source>
        <translation>Видимая часть</translation>
    </message>
    <message>
        <source>Post only</source>
        <translation>Post only</translation>
    </message>
    <message>
        <source>Refused when it would take</source>
        <translation>Отклоняется, если забрала бы</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Сокращать</translation>
    </message>
    <message>
        <source>Never more than closes the position</source>
        <translation>Не больше, чем закрывает позицию</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрытая</translation>
    </message>
    <message>
        <source>Not shown in the book</source>
        <translation>Не видна в стакане</translation>
    </message>
    <message>
        <source>Notional</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Free to buy</source>
        <translation>Для покупки</translation>
    </message>
    <message>
        <source>Free to sell</source>
        <translation>Для продажи</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Покупка</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Продажа</translation>
    </message>
    <message>
        <source>Trading is locked. Unlock with the padlock or Ctrl+L.</source>
        <translation>Торговля заблокирована. Разблокируйте замком или Ctrl+L.</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>контракты</translation>
    </message>
    <message>
        <source>%1 risk</source>
        <translation>риск в %1</translation>
    </message>
    <message>
        <source>book too thin</source>
        <translation>стакан тонкий</translation>
    </message>
    <message>
        <source>%L1 bps</source>
        <translation>%L1 б.п.</translation>
    </message>
    <message>
        <source>Fee, impact</source>
        <translation>Комиссия, влияние</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Обеспечение</translation>
    </message>
    <message>
        <source>What is put aside until the order is done</source>
        <translation>Что откладывается до конца заявки</translation>
    </message>
    <message>
        <source>Good till a time, which is asked for</source>
        <translation>Действует до времени, которое спрашивается</translation>
    </message>
    <message>
        <source>Trails in steps of</source>
        <translation>Следует шагами по</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Сдвиг</translation>
    </message>
    <message>
        <source>Post only: moved to where it does not take</source>
        <translation>Post only: сдвигается туда, где не исполнится сразу</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>Всё или ничего</translation>
    </message>
    <message>
        <source>Fills whole or not at all</source>
        <translation>Исполняется целиком или никак</translation>
    </message>
    <message>
        <source>With connection</source>
        <translation>Со связью</translation>
    </message>
    <message>
        <source>Cancelled when the connection with the server is lost</source>
        <translation>Снимается при потере связи с сервером</translation>
    </message>
    <message>
        <source>Against own orders</source>
        <translation>Против своих заявок</translation>
    </message>
    <message>
        <source>Where it would trade with another order of this account</source>
        <translation>Если она исполнилась бы с другой заявкой этого счёта</translation>
    </message>
    <message>
        <source>Own orders: trade</source>
        <translation>Свои заявки: исполнять</translation>
    </message>
    <message>
        <source>Own orders: cancel this one</source>
        <translation>Свои заявки: снять эту</translation>
    </message>
    <message>
        <source>Own orders: cancel the older</source>
        <translation>Свои заявки: снять старую</translation>
    </message>
    <message>
        <source>Own orders: cancel both</source>
        <translation>Свои заявки: снять обе</translation>
    </message>
    <message>
        <source>Own orders: less of both</source>
        <translation>Свои заявки: уменьшить обе</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>expected a time to come, as 14:03 or %1</source>
        <translation>ожидается будущее время, например 14:03 или %1</translation>
    </message>
    <message>
        <source>Away from it by</source>
        <translation>Отступ</translation>
    </message>
</context>
<context>
    <name>qob::Tour</name>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>This is the market you look at. Click it, or just type the first letters of another one.</source>
        <translation>Это рынок, который вы видите. Щёлкните по нему или наберите первые буквы другого.</translation>
    </message>
    <message>
        <source>Trading is locked at every start. Unlock it here; “Cancel all” beside it works at any time.</source>
        <translation>При каждом запуске торговля заблокирована. Разблокируйте её здесь; «Снять всё» рядом работает всегда.</translation>
    </message>
    <message>
        <source>A click in the bid column buys there, in the ask column it sells. Drag an order to move it.</source>
        <translation>Щелчок в столбце бидов покупает там, в столбце асков — продаёт. Потяните заявку, чтобы её переставить.</translation>
    </message>
    <message>
        <source>Ctrl+K finds everything: commands, panels, workspaces, markets. Panels can be moved, tabbed and popped out by their titles. F1 explains the panel you are in.</source>
        <translation>Ctrl+K находит всё: команды, панели, рабочие места, рынки. Панели двигают, складывают вкладками и отрывают за заголовок. F1 объясняет панель, в которой вы находитесь.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Next (%1 of %2)</source>
        <translation>Дальше (%1 из %2)</translation>
    </message>
</context>
<context>
    <name>qob::VenuesModel</name>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 из %2 онлайн</translation>
    </message>
    <message>
        <source>%1 of %2 live, %3 stale</source>
        <translation>%1 из %2 онлайн, %3 устарели</translation>
    </message>
    <message>
        <source>%1 bad of %2</source>
        <translation>неверных %1 из %2</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Биржа</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Стаканы</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Задержка</translation>
    </message>
    <message>
        <source>Two minutes</source>
        <translation>Две минуты</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>Сообщ./с</translation>
    </message>
    <message>
        <source>Trades/s</source>
        <translation>Сделок/с</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Пропуски</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>Контр. суммы</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Был сигнал</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Переподключения</translation>
    </message>
    <message>
        <source>Live books</source>
        <translation>Живых стаканов</translation>
    </message>
    <message>
        <source>Latency (s)</source>
        <translation>Задержка (с)</translation>
    </message>
    <message>
        <source>Bad checksums</source>
        <translation>Неверных контрольных сумм</translation>
    </message>
</context>
<context>
    <name>qob::VenuesPanel</name>
    <message>
        <source>Venues</source>
        <translation>Биржи</translation>
    </message>
</context>
<context>
    <name>qob::Watchlist</name>
    <message>
        <source>Symbol or venue</source>
        <translation>Символ или биржа</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>Фильтр рынков</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>Только со звездой</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Star, or no star</source>
        <translation>Звезда или нет</translation>
    </message>
</context>
<context>
    <name>qob::WindowActions</name>
    <message>
        <source>Find a command…</source>
        <translation>Найти команду…</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Рынок</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Торговля</translation>
    </message>
    <message>
        <source>Replay and recording</source>
        <translation>Повтор и запись</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>Добавить панель</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Рабочие места</translation>
    </message>
    <message>
        <source>Choose a market</source>
        <translation>Выбрать рынок</translation>
    </message>
    <message>
        <source>Simulated market</source>
        <translation>Симулированный рынок</translation>
    </message>
    <message>
        <source>Live markets…</source>
        <translation>Рынки онлайн…</translation>
    </message>
    <message>
        <source>Replay recordings…</source>
        <translation>Повтор записей…</translation>
    </message>
    <message>
        <source>Lock or unlock trading</source>
        <translation>Заблокировать или разблокировать торговлю</translation>
    </message>
    <message>
        <source>Cancel all orders</source>
        <translation>Снять все заявки</translation>
    </message>
    <message>
        <source>Trade with single keys</source>
        <translation>Торговать одиночными клавишами</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Пуск или пауза</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Один шаг</translation>
    </message>
    <message>
        <source>Record or stop recording</source>
        <translation>Начать или закончить запись</translation>
    </message>
    <message>
        <source>Add a panel: %1</source>
        <translation>Добавить панель: %1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Restore the default of this workspace</source>
        <translation>Вернуть исходный вид этого рабочего места</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Экспорт в файл…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Импорт из файла…</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Рабочее место: %1</translation>
    </message>
    <message>
        <source>Picture of the window…</source>
        <translation>Снимок окна…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Во весь экран</translation>
    </message>
    <message>
        <source>Active panel into a window of its own, or back</source>
        <translation>Активную панель в отдельное окно или обратно</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>What panels cost a frame</source>
        <translation>Цена панелей за кадр</translation>
    </message>
    <message>
        <source>Help for the active panel</source>
        <translation>Справка по активной панели</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Показать %1</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>Сохранить рабочее место</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Export the workspace</source>
        <translation>Экспорт рабочего места</translation>
    </message>
    <message>
        <source>Workspaces (*.json)</source>
        <translation>Рабочие места (*.json)</translation>
    </message>
    <message>
        <source>The workspace is in %1</source>
        <translation>Рабочее место в %1</translation>
    </message>
    <message>
        <source>Import a workspace</source>
        <translation>Импорт рабочего места</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>Подключиться к серверу…</translation>
    </message>
    <message>
        <source>There is a workspace %1. Replace it, with its drawings?</source>
        <translation>Рабочее место %1 уже есть. Заменить его вместе с рисунками?</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Скорость: %1</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>Перейти ко времени</translation>
    </message>
    <message>
        <source>This market has no times to jump to</source>
        <translation>В этом рынке нет времени, к которому можно перейти</translation>
    </message>
</context>
</TS>

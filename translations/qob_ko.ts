<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Alert</name>
    <message>
        <source>Price at or above</source>
        <translation>가격 ≥</translation>
    </message>
    <message>
        <source>Price at or below</source>
        <translation>가격 ≤</translation>
    </message>
    <message>
        <source>Price crosses</source>
        <translation>가격 교차</translation>
    </message>
    <message>
        <source>Spread above (bps)</source>
        <translation>스프레드 (bps) &gt;</translation>
    </message>
    <message>
        <source>Volume burst of</source>
        <translation>거래량 급증</translation>
    </message>
    <message>
        <source>Book imbalance above (%)</source>
        <translation>호가 불균형 (%) &gt;</translation>
    </message>
    <message>
        <source>Price range above (bps)</source>
        <translation>가격 변동폭 (bps) &gt;</translation>
    </message>
    <message>
        <source>Wall added of</source>
        <translation>대량 호가 출현</translation>
    </message>
    <message>
        <source>Wall pulled of</source>
        <translation>대량 호가 철회</translation>
    </message>
    <message>
        <source>Feed not live</source>
        <translation>피드 중단</translation>
    </message>
    <message>
        <source>%1: %2 in %3 s</source>
        <translation>%1: %2 (%3초 이내)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 traded</source>
        <translation>%1 체결</translation>
    </message>
    <message>
        <source>a range of %L1 bps</source>
        <translation>변동폭 %L1 bps</translation>
    </message>
    <message>
        <source>traded at %1</source>
        <translation>%1에 체결</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%2에 %1</translation>
    </message>
    <message>
        <source>a bid</source>
        <translation>매수호가</translation>
    </message>
    <message>
        <source>an offer</source>
        <translation>매도호가</translation>
    </message>
    <message>
        <source>a spread of %L1 bps</source>
        <translation>스프레드 %L1 bps</translation>
    </message>
    <message>
        <source>%1 on one side</source>
        <translation>한쪽에 %1</translation>
    </message>
    <message>
        <source>%1 entered or left</source>
        <translation>%1 진입 또는 이탈</translation>
    </message>
    <message>
        <source>%1 crossed</source>
        <translation>%1 교차</translation>
    </message>
    <message>
        <source>Drawing crossed</source>
        <translation>도형 교차</translation>
    </message>
    <message>
        <source>Position larger than</source>
        <translation>포지션 초과</translation>
    </message>
    <message>
        <source>Loss of the position above</source>
        <translation>포지션 손실 초과</translation>
    </message>
    <message>
        <source>Loss of all positions above</source>
        <translation>전체 포지션 손실 초과</translation>
    </message>
    <message>
        <source>a position of %1</source>
        <translation>포지션 %1</translation>
    </message>
    <message>
        <source>a loss of %1 %2</source>
        <translation>손실 %1 %2</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>MMM yyyy</source>
        <extracomment>How a month is written, in the letters of QLocale::toString</extracomment>
        <translation>yyyy년 M월</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>How a day without its year is written, in the letters of QLocale::toString</extracomment>
        <translation>M월 d일</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1일 %2시간</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 ticks</source>
        <translation>%1틱</translation>
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
        <translation>추세선</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>반직선</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>수평선</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>사각형</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>자</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>주황</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>보라</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>노랑</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>청록</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>회색</translation>
    </message>
</context>
<context>
    <name>ErrorCode</name>
    <message>
        <source>A number was expected and nothing was found</source>
        <translation>숫자가 필요한데 아무것도 없습니다</translation>
    </message>
    <message>
        <source>This is not a decimal number</source>
        <translation>십진수가 아닙니다</translation>
    </message>
    <message>
        <source>The number has more decimals than fit here</source>
        <translation>소수 자릿수가 너무 많습니다</translation>
    </message>
    <message>
        <source>The number is too large</source>
        <translation>숫자가 너무 큽니다</translation>
    </message>
    <message>
        <source>The configuration file cannot be read</source>
        <translation>설정 파일을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The configuration file is not valid TOML</source>
        <translation>설정 파일이 올바른 TOML이 아닙니다</translation>
    </message>
    <message>
        <source>There is no such setting</source>
        <translation>그런 설정이 없습니다</translation>
    </message>
    <message>
        <source>The setting cannot take this value</source>
        <translation>설정에 쓸 수 없는 값입니다</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>파일을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The file ends too early</source>
        <translation>파일이 너무 일찍 끝납니다</translation>
    </message>
    <message>
        <source>The file is in no known capture format</source>
        <translation>알 수 없는 기록 파일 형식입니다</translation>
    </message>
    <message>
        <source>The message is not valid JSON</source>
        <translation>메시지가 올바른 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>The message lacks a field it must have</source>
        <translation>메시지에 필수 항목이 없습니다</translation>
    </message>
    <message>
        <source>The frame cannot be unpacked</source>
        <translation>프레임을 풀 수 없습니다</translation>
    </message>
    <message>
        <source>Messages are missing from the feed</source>
        <translation>피드의 메시지가 빠졌습니다</translation>
    </message>
    <message>
        <source>No snapshot of the book has been seen yet</source>
        <translation>아직 호가창 스냅샷을 받지 못했습니다</translation>
    </message>
    <message>
        <source>The book is crossed</source>
        <translation>호가창이 역전되었습니다</translation>
    </message>
    <message>
        <source>The book&apos;s checksum is not the venue&apos;s</source>
        <translation>호가창 체크섬이 거래소와 다릅니다</translation>
    </message>
    <message>
        <source>This venue is not supported</source>
        <translation>지원하지 않는 거래소입니다</translation>
    </message>
    <message>
        <source>The instrument&apos;s definition is invalid</source>
        <translation>종목 정의가 잘못되었습니다</translation>
    </message>
    <message>
        <source>The venue lists the instrument as halted, delisted or expired</source>
        <translation>거래소에서 거래정지, 상장폐지 또는 만기된 종목입니다</translation>
    </message>
    <message>
        <source>There is no such instrument</source>
        <translation>그런 종목이 없습니다</translation>
    </message>
    <message>
        <source>This ClOrdID was used for another order</source>
        <translation>이 ClOrdID는 다른 주문에 쓰였습니다</translation>
    </message>
    <message>
        <source>The ClOrdID is empty or too long</source>
        <translation>ClOrdID가 비었거나 너무 깁니다</translation>
    </message>
    <message>
        <source>The price must be greater than zero</source>
        <translation>가격은 0보다 커야 합니다</translation>
    </message>
    <message>
        <source>The price is not a multiple of the tick size</source>
        <translation>가격이 호가 단위에 맞지 않습니다</translation>
    </message>
    <message>
        <source>The quantity must be greater than zero</source>
        <translation>수량은 0보다 커야 합니다</translation>
    </message>
    <message>
        <source>The quantity is not a multiple of the lot size</source>
        <translation>수량이 거래 단위에 맞지 않습니다</translation>
    </message>
    <message>
        <source>The order&apos;s value is below the minimum</source>
        <translation>주문 금액이 최소값보다 작습니다</translation>
    </message>
    <message>
        <source>The order is larger than the maximum</source>
        <translation>주문이 최대값보다 큽니다</translation>
    </message>
    <message>
        <source>The free balance does not cover the order</source>
        <translation>가용 잔고가 주문에 부족합니다</translation>
    </message>
    <message>
        <source>There is no such working order</source>
        <translation>그런 미체결 주문이 없습니다</translation>
    </message>
    <message>
        <source>The order is already done</source>
        <translation>이미 끝난 주문입니다</translation>
    </message>
    <message>
        <source>The market&apos;s book is not live</source>
        <translation>시장의 호가창이 실시간이 아닙니다</translation>
    </message>
    <message>
        <source>The order belongs to somebody else</source>
        <translation>다른 사람의 주문입니다</translation>
    </message>
    <message>
        <source>This order type is not supported here</source>
        <translation>여기서 지원하지 않는 주문 유형입니다</translation>
    </message>
    <message>
        <source>There is nothing on the other side to trade with</source>
        <translation>반대편에 거래할 물량이 없습니다</translation>
    </message>
    <message>
        <source>An order with this OrderID is working</source>
        <translation>이 OrderID의 주문이 이미 있습니다</translation>
    </message>
    <message>
        <source>The book has no room for another order</source>
        <translation>호가창에 더 넣을 자리가 없습니다</translation>
    </message>
    <message>
        <source>The order&apos;s type, time in force and instructions do not go together</source>
        <translation>주문 유형, 유효 조건, 지시가 서로 맞지 않습니다</translation>
    </message>
    <message>
        <source>The stop price or the trailing offset is not valid</source>
        <translation>스탑 가격이나 추적 간격이 잘못되었습니다</translation>
    </message>
    <message>
        <source>The display quantity is not valid</source>
        <translation>표시 수량이 잘못되었습니다</translation>
    </message>
    <message>
        <source>The price is outside the price band</source>
        <translation>가격이 가격 제한폭을 벗어났습니다</translation>
    </message>
    <message>
        <source>The market does not take such an order now</source>
        <translation>시장이 지금 이런 주문을 받지 않습니다</translation>
    </message>
    <message>
        <source>Nothing was traded yet that the order could follow</source>
        <translation>주문이 따라갈 체결이 아직 없습니다</translation>
    </message>
    <message>
        <source>There is no position that the order could reduce</source>
        <translation>줄일 포지션이 없습니다</translation>
    </message>
    <message>
        <source>The order must not take, and would trade at this price</source>
        <translation>테이커가 되면 안 되는 주문인데 이 가격에서는 체결됩니다</translation>
    </message>
    <message>
        <source>The order could not be filled whole and was not filled</source>
        <translation>전량 체결할 수 없어 체결하지 않았습니다</translation>
    </message>
    <message>
        <source>The order would have traded with its own owner</source>
        <translation>자신의 주문과 체결될 뻔했습니다</translation>
    </message>
    <message>
        <source>The order&apos;s time has passed</source>
        <translation>주문의 유효 시간이 지났습니다</translation>
    </message>
    <message>
        <source>The trading day has ended</source>
        <translation>거래일이 끝났습니다</translation>
    </message>
    <message>
        <source>The order it is linked to is done</source>
        <translation>연결된 주문이 끝났습니다</translation>
    </message>
    <message>
        <source>Another order of the list is not valid</source>
        <translation>목록의 다른 주문이 잘못되었습니다</translation>
    </message>
    <message>
        <source>Trading of this account is stopped</source>
        <translation>이 계좌의 거래가 중지되었습니다</translation>
    </message>
    <message>
        <source>There is no such account</source>
        <translation>그런 계좌가 없습니다</translation>
    </message>
    <message>
        <source>The session is closed</source>
        <translation>세션이 닫혔습니다</translation>
    </message>
    <message>
        <source>This market has no past to move to</source>
        <translation>이 시장은 이동할 과거가 없습니다</translation>
    </message>
    <message>
        <source>The time is outside the recording</source>
        <translation>시각이 기록 범위를 벗어났습니다</translation>
    </message>
    <message>
        <source>There is no such file or directory</source>
        <translation>그런 파일이나 폴더가 없습니다</translation>
    </message>
    <message>
        <source>Another program writes to this directory</source>
        <translation>다른 프로그램이 이 폴더에 쓰고 있습니다</translation>
    </message>
    <message>
        <source>The journal is damaged</source>
        <translation>저널이 손상되었습니다</translation>
    </message>
    <message>
        <source>Records are missing from the journal</source>
        <translation>저널에 빠진 기록이 있습니다</translation>
    </message>
    <message>
        <source>It is not known up to where the journal was written safely</source>
        <translation>저널이 어디까지 안전하게 쓰였는지 알 수 없습니다</translation>
    </message>
    <message>
        <source>The file was written by another version of the program</source>
        <translation>다른 버전의 프로그램이 쓴 파일입니다</translation>
    </message>
    <message>
        <source>There is no space left for the journal</source>
        <translation>저널에 남은 공간이 없습니다</translation>
    </message>
    <message>
        <source>The journal&apos;s disk has failed</source>
        <translation>저널의 디스크가 고장 났습니다</translation>
    </message>
    <message>
        <source>The record is too large for the journal</source>
        <translation>기록이 저널에 너무 큽니다</translation>
    </message>
    <message>
        <source>The journal cannot have these settings</source>
        <translation>저널에 쓸 수 없는 설정입니다</translation>
    </message>
    <message>
        <source>The snapshot is damaged</source>
        <translation>스냅샷이 손상되었습니다</translation>
    </message>
    <message>
        <source>The snapshot is not of this journal</source>
        <translation>이 저널의 스냅샷이 아닙니다</translation>
    </message>
    <message>
        <source>The recorded history is damaged</source>
        <translation>기록된 이력이 손상되었습니다</translation>
    </message>
    <message>
        <source>The history was written by another version of the program</source>
        <translation>다른 버전의 프로그램이 쓴 이력입니다</translation>
    </message>
    <message>
        <source>A part of the market was not recorded</source>
        <translation>시장의 일부가 기록되지 않았습니다</translation>
    </message>
    <message>
        <source>The market is faster than it can be recorded</source>
        <translation>시장이 너무 빨라 기록이 따라가지 못합니다</translation>
    </message>
    <message>
        <source>This is older than what is recorded already</source>
        <translation>이미 기록된 것보다 오래된 데이터입니다</translation>
    </message>
    <message>
        <source>There is no space left to record on</source>
        <translation>기록할 공간이 없습니다</translation>
    </message>
    <message>
        <source>The disk that is recorded on has failed</source>
        <translation>기록 디스크가 고장 났습니다</translation>
    </message>
    <message>
        <source>This is not a usable address</source>
        <translation>쓸 수 없는 주소입니다</translation>
    </message>
    <message>
        <source>The host&apos;s name could not be looked up</source>
        <translation>호스트 이름을 찾을 수 없습니다</translation>
    </message>
    <message>
        <source>There is no connection to the host</source>
        <translation>호스트에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>The host could not be proven to be who it says it is</source>
        <translation>호스트의 신원을 확인할 수 없습니다</translation>
    </message>
    <message>
        <source>The server refused the stream</source>
        <translation>서버가 스트림을 거부했습니다</translation>
    </message>
    <message>
        <source>The other side is silent</source>
        <translation>상대가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>The connection ended</source>
        <translation>연결이 끝났습니다</translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation>서버가 요청을 거부했습니다</translation>
    </message>
    <message>
        <source>Data comes faster than it can be read</source>
        <translation>데이터가 읽기보다 빨리 옵니다</translation>
    </message>
    <message>
        <source>Nobody is logged in</source>
        <translation>로그인하지 않았습니다</translation>
    </message>
    <message>
        <source>The name or the password is wrong</source>
        <translation>이름이나 비밀번호가 틀렸습니다</translation>
    </message>
    <message>
        <source>The token is not one of ours</source>
        <translation>우리의 토큰이 아닙니다</translation>
    </message>
    <message>
        <source>The token is no longer valid</source>
        <translation>토큰이 만료되었습니다</translation>
    </message>
    <message>
        <source>The session or key was withdrawn</source>
        <translation>세션이나 키가 폐기되었습니다</translation>
    </message>
    <message>
        <source>The code of the second factor is needed</source>
        <translation>2단계 인증 코드가 필요합니다</translation>
    </message>
    <message>
        <source>The code of the second factor is wrong</source>
        <translation>2단계 인증 코드가 틀렸습니다</translation>
    </message>
    <message>
        <source>There were too many wrong tries; wait before the next one</source>
        <translation>실패가 너무 많습니다. 잠시 기다리세요</translation>
    </message>
    <message>
        <source>This user may not do that</source>
        <translation>이 사용자는 할 수 없습니다</translation>
    </message>
    <message>
        <source>The key may not be used from this address</source>
        <translation>이 주소에서는 키를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The signature is not that of this request</source>
        <translation>이 요청의 서명이 아닙니다</translation>
    </message>
    <message>
        <source>The request&apos;s time is too far from the server&apos;s</source>
        <translation>요청 시각이 서버와 너무 다릅니다</translation>
    </message>
    <message>
        <source>The request was sent before</source>
        <translation>이미 보낸 요청입니다</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>그런 키가 없습니다</translation>
    </message>
    <message>
        <source>The password is too easy to guess</source>
        <translation>비밀번호가 너무 쉽습니다</translation>
    </message>
    <message>
        <source>Another user has this name</source>
        <translation>다른 사용자가 쓰는 이름입니다</translation>
    </message>
    <message>
        <source>This cannot be a user&apos;s name</source>
        <translation>사용자 이름으로 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>There is no such user</source>
        <translation>그런 사용자가 없습니다</translation>
    </message>
    <message>
        <source>The login provider did not confirm who this is</source>
        <translation>로그인 제공자가 신원을 확인하지 않았습니다</translation>
    </message>
    <message>
        <source>New users are made by an administrator only</source>
        <translation>새 사용자는 관리자만 만듭니다</translation>
    </message>
    <message>
        <source>The key that protects secrets cannot be had</source>
        <translation>비밀을 보호하는 키를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>A protected secret was changed or is under another key</source>
        <translation>보호된 비밀이 바뀌었거나 다른 키의 것입니다</translation>
    </message>
    <message>
        <source>A cryptographic operation failed</source>
        <translation>암호 연산에 실패했습니다</translation>
    </message>
    <message>
        <source>The audit trail was changed</source>
        <translation>감사 기록이 변경되었습니다</translation>
    </message>
    <message>
        <source>The request cannot be understood</source>
        <translation>요청을 이해할 수 없습니다</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>이 주소에는 아무것도 없습니다</translation>
    </message>
    <message>
        <source>This address does not take that method</source>
        <translation>이 주소는 그 메서드를 받지 않습니다</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>요청이 너무 큽니다</translation>
    </message>
    <message>
        <source>The request did not arrive in time</source>
        <translation>요청이 제시간에 오지 않았습니다</translation>
    </message>
    <message>
        <source>There were too many requests; wait before the next one</source>
        <translation>요청이 너무 많습니다. 잠시 기다리세요</translation>
    </message>
    <message>
        <source>A parameter is missing</source>
        <translation>매개변수가 없습니다</translation>
    </message>
    <message>
        <source>A parameter cannot take this value</source>
        <translation>매개변수에 쓸 수 없는 값입니다</translation>
    </message>
    <message>
        <source>The body is of a kind that is not read here</source>
        <translation>여기서 읽지 않는 형식의 본문입니다</translation>
    </message>
    <message>
        <source>The engine has no room for the request; try again</source>
        <translation>엔진에 여유가 없습니다. 다시 시도하세요</translation>
    </message>
    <message>
        <source>This version cannot do that yet</source>
        <translation>이 버전에서는 아직 할 수 없습니다</translation>
    </message>
    <message>
        <source>This does not go together with what is there</source>
        <translation>이미 있는 것과 맞지 않습니다</translation>
    </message>
    <message>
        <source>There is no such stream</source>
        <translation>그런 스트림이 없습니다</translation>
    </message>
    <message>
        <source>The connection has too many streams</source>
        <translation>연결의 스트림이 너무 많습니다</translation>
    </message>
    <message>
        <source>The connection reads too slowly</source>
        <translation>연결이 너무 느리게 읽습니다</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>데이터베이스에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>The database refused the operation</source>
        <translation>데이터베이스가 작업을 거부했습니다</translation>
    </message>
    <message>
        <source>The database was made by another version of the program</source>
        <translation>다른 버전의 프로그램이 만든 데이터베이스입니다</translation>
    </message>
    <message>
        <source>There is no such record</source>
        <translation>그런 기록이 없습니다</translation>
    </message>
    <message>
        <source>There is such a record already</source>
        <translation>그 기록은 이미 있습니다</translation>
    </message>
    <message>
        <source>The backup is damaged</source>
        <translation>백업이 손상되었습니다</translation>
    </message>
</context>
<context>
    <name>HeatOverlays</name>
    <message>
        <source>new</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>5 min and older</source>
        <translation>5분 이상</translation>
    </message>
    <message>
        <source>added</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>철회</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>체결</translation>
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
        <translation>미도달 POC</translation>
    </message>
    <message>
        <source>Cumulative delta</source>
        <translation>누적 델타</translation>
    </message>
    <message>
        <source>≈ iceberg</source>
        <translation>≈ 빙산</translation>
    </message>
    <message>
        <source>VWAP since %1</source>
        <translation>VWAP %1부터</translation>
    </message>
    <message>
        <source>iceberg</source>
        <translation>아이스버그</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Buy at the bid</source>
        <translation>매수호가에 매수</translation>
    </message>
    <message>
        <source>Sell at the ask</source>
        <translation>매도호가에 매도</translation>
    </message>
    <message>
        <source>Take the ask</source>
        <translation>매도호가 체결</translation>
    </message>
    <message>
        <source>Take the bid</source>
        <translation>매수호가 체결</translation>
    </message>
    <message>
        <source>Buy at market</source>
        <translation>시장가 매수</translation>
    </message>
    <message>
        <source>Sell at market</source>
        <translation>시장가 매도</translation>
    </message>
    <message>
        <source>Cancel the orders of this market</source>
        <translation>이 시장의 주문 취소</translation>
    </message>
    <message>
        <source>Cancel the stops of this market</source>
        <translation>이 시장의 스탑 취소</translation>
    </message>
    <message>
        <source>Close the position</source>
        <translation>포지션 청산</translation>
    </message>
    <message>
        <source>Reverse the position</source>
        <translation>포지션 뒤집기</translation>
    </message>
    <message>
        <source>Cancel and close everything</source>
        <translation>모두 취소하고 청산</translation>
    </message>
</context>
<context>
    <name>OrderGuard</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1, 가격 %2</translation>
    </message>
    <message>
        <source>It is worth %1 %2.</source>
        <translation>금액은 %1 %2입니다.</translation>
    </message>
    <message>
        <source>Its price is %1 beyond the best of the other side.</source>
        <translation>가격이 반대편 최우선 호가를 %1 넘어섭니다.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Heat map</source>
        <translation>히트맵</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>호가창</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>캔들</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>풋프린트</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>매물대</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>호가 심도</translation>
    </message>
    <message>
        <source>Time and sales</source>
        <translation>체결 내역</translation>
    </message>
    <message>
        <source>Order ticket</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>관심 종목</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>거래소</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>성과</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계좌</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>3D depth</source>
        <translation>3D 호가</translation>
    </message>
</context>
<context>
    <name>QuickTrade</name>
    <message>
        <source>Cancel every order and close every position?</source>
        <translation>모든 주문을 취소하고 모든 포지션을 청산할까요?</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Scalping</source>
        <translation>스캘핑</translation>
    </message>
    <message>
        <source>Order flow</source>
        <translation>오더플로</translation>
    </message>
    <message>
        <source>Multi-venue</source>
        <translation>여러 거래소</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>포트폴리오</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>분석</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1에 쓸 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>qob</name>
    <message>
        <source>Buy</source>
        <translation>매수</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>매도</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>시장가</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>지정가</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>스탑</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>스탑 지정가</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>시장가 후 지정가</translation>
    </message>
    <message>
        <source>Pegged</source>
        <translation>페그</translation>
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
        <translation>당일</translation>
    </message>
    <message>
        <source>GTD</source>
        <translation>GTD</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>시가</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>종가</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>미체결</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>부분 체결</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>체결</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>취소 중</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>전송됨</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>정정 중</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>메이커</translation>
    </message>
    <message>
        <source>Taker</source>
        <translation>테이커</translation>
    </message>
    <message>
        <source>Awaiting snapshot</source>
        <translation>스냅샷 대기</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>오래됨</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>SIM</source>
        <translation>모의</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>리플레이</translation>
    </message>
    <message>
        <source>LIVE · PAPER</source>
        <translation>실시간 · 모의</translation>
    </message>
    <message>
        <source>Waiting for the venue&apos;s book</source>
        <translation>거래소의 호가창을 기다리는 중</translation>
    </message>
    <message>
        <source>Stale book. %1</source>
        <translation>오래된 호가창. %1</translation>
    </message>
    <message>
        <source>Stale book: not the venue&apos;s any more</source>
        <translation>오래된 호가창: 거래소와 다릅니다</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>기록이 끝났습니다</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
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
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>qob::AlertBell</name>
    <message>
        <source>Alert</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>The webhook of an alert failed: %1</source>
        <translation>알림의 웹훅 실패: %1</translation>
    </message>
</context>
<context>
    <name>qob::AlertDialog</name>
    <message>
        <source>Each time it becomes true, not only once</source>
        <translation>한 번이 아니라 성립할 때마다</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>소리</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>팝업</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>새 알림</translation>
    </message>
    <message>
        <source>Change the alert</source>
        <translation>알림 변경</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 초</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>시장</translation>
    </message>
    <message>
        <source>When</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Tell by</source>
        <translation>알림 방법</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>웹훅</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>The webhook is not an http or https address</source>
        <translation>웹훅이 http 또는 https 주소가 아닙니다</translation>
    </message>
    <message>
        <source>This market has no such value</source>
        <translation>이 시장에 없는 값입니다</translation>
    </message>
</context>
<context>
    <name>qob::Alerts</name>
    <message>
        <source>The alerts cannot be read: %1; kept as %2</source>
        <translation>알림을 읽을 수 없습니다: %1. %2(으)로 보관했습니다</translation>
    </message>
    <message>
        <source>The alerts cannot be saved: %1: %2</source>
        <translation>알림을 저장할 수 없습니다: %1: %2</translation>
    </message>
    <message>
        <source>The alerts cannot be read and are not kept: %1: %2</source>
        <translation>알림을 읽을 수 없어 저장하지 않습니다: %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>알림 %n개를 읽을 수 없습니다. 파일은 %1(으)로 보관했습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::AlertsModel</name>
    <message>
        <source>Each time</source>
        <translation>매번</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>한 번</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>소리</translation>
    </message>
    <message>
        <source>pop-up</source>
        <translation>팝업</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>웹훅</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>시장</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Fires</source>
        <translation>발동</translation>
    </message>
    <message>
        <source>Tells by</source>
        <translation>알림 방법</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
</context>
<context>
    <name>qob::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>History of alerts</source>
        <translation>알림 이력</translation>
    </message>
    <message>
        <source>New alert…</source>
        <translation>새 알림…</translation>
    </message>
    <message>
        <source>Change the alert…</source>
        <translation>알림 변경…</translation>
    </message>
    <message>
        <source>Remove the alert</source>
        <translation>알림 삭제</translation>
    </message>
</context>
<context>
    <name>qob::BalancesModel</name>
    <message>
        <source>Asset</source>
        <translation>자산</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>가용</translation>
    </message>
    <message>
        <source>In orders</source>
        <translation>주문 중</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
</context>
<context>
    <name>qob::Blotters</name>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>행 필터</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>체결</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>포지션</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>잔고</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
</context>
<context>
    <name>qob::CandleChart</name>
    <message>
        <source>Candles</source>
        <translation>캔들</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>바</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>라인</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>하이킨아시</translation>
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
        <translation>볼린저</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>거래량</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>델타</translation>
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
        <translation>미결제약정</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1부터</translation>
    </message>
</context>
<context>
    <name>qob::CandlesPanel</name>
    <message>
        <source>How candles are drawn</source>
        <translation>캔들 표시 방식</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Choose indicators and their parameters</source>
        <translation>지표와 매개변수 선택</translation>
    </message>
</context>
<context>
    <name>qob::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>명령 찾기</translation>
    </message>
    <message>
        <source>Command, panel, workspace or market</source>
        <translation>명령, 패널, 작업 공간 또는 시장</translation>
    </message>
</context>
<context>
    <name>qob::ConnectDialog</name>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>비밀번호를 키체인에 보관</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>목록에서 제거</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>서버에 연결</translation>
    </message>
    <message>
        <source>A qob server runs the engine, its orders and its accounts; this terminal shows them and trades there. The connection is always encrypted.</source>
        <translation>qob 서버는 엔진과 주문과 계좌를 운영합니다. 이 터미널은 그것을 보여 주고 그곳에서 거래합니다. 연결은 항상 암호화됩니다.</translation>
    </message>
    <message>
        <source>Saved servers</source>
        <translation>저장된 서버</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>2단계 인증 코드</translation>
    </message>
    <message>
        <source>Optional: what you call it</source>
        <translation>선택: 부를 이름</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>다른 서버</translation>
    </message>
    <message>
        <source>A user and a password are needed.</source>
        <translation>사용자와 비밀번호가 필요합니다.</translation>
    </message>
    <message>
        <source>Connecting with %1…</source>
        <translation>%1에 연결하는 중…</translation>
    </message>
    <message>
        <source>Nobody known vouches for the certificate of %1. Its SHA-256 fingerprint is
%2
Compare it with what the server prints when it starts, and trust it only if they are the same.</source>
        <translation>%1의 인증서를 보증하는 알려진 기관이 없습니다. SHA-256 지문은
%2
서버가 시작할 때 출력하는 것과 비교하고, 같을 때만 신뢰하십시오.</translation>
    </message>
    <message>
        <source>They are the same: trust it</source>
        <translation>같습니다: 신뢰</translation>
    </message>
    <message>
        <source>%1 shows another certificate than before. Somebody may be listening in: nothing was sent.
Known: %2
Shown: %3</source>
        <translation>%1이(가) 이전과 다른 인증서를 제시합니다. 누군가 엿듣고 있을 수 있습니다: 아무것도 보내지 않았습니다.
알려진 것: %2
제시된 것: %3</translation>
    </message>
    <message>
        <source>Forget the known certificate</source>
        <translation>알려진 인증서 잊기</translation>
    </message>
    <message>
        <source>It holds for now, but could not be written down.</source>
        <translation>지금은 유효하지만 기록하지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>qob::DataTable</name>
    <message>
        <source>Copy the selected rows</source>
        <translation>선택한 행 복사</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>CSV로 내보내기…</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSV로 내보내기</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1에 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 (asset)</source>
        <translation>%1 (자산)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>정렬 기준</translation>
    </message>
</context>
<context>
    <name>qob::DepthChart</name>
    <message>
        <source>Depth chart</source>
        <translation>심도 차트</translation>
    </message>
    <message>
        <source>All venues together</source>
        <translation>모든 거래소 합계</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>불러오는 중</translation>
    </message>
    <message>
        <source>sizes cannot be compared</source>
        <translation>수량 비교 불가</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1 (%2 제외)</translation>
    </message>
</context>
<context>
    <name>qob::DepthSurface</name>
    <message>
        <source>3D depth</source>
        <translation>3D 호가</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1분</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5분</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15분</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>시점 되돌리기</translation>
    </message>
</context>
<context>
    <name>qob::DrawingTools</name>
    <message>
        <source>Draw lines, levels, rectangles, rulers and notes</source>
        <translation>선, 수평선, 사각형, 자, 메모 그리기</translation>
    </message>
    <message>
        <source>Text of the drawing</source>
        <translation>그리기의 텍스트</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>굵기</translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation>
            <numerusform>%n픽셀</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>파선</translation>
    </message>
    <message>
        <source>Extend to the left</source>
        <translation>왼쪽으로 연장</translation>
    </message>
    <message>
        <source>Extend to the right</source>
        <translation>오른쪽으로 연장</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>그리기</translation>
    </message>
    <message>
        <source>Keep the tool after use</source>
        <translation>사용 후 도구 유지</translation>
    </message>
    <message>
        <source>Undo the drawing</source>
        <translation>그리기 실행 취소</translation>
    </message>
    <message>
        <source>Redo the drawing</source>
        <translation>그리기 다시 실행</translation>
    </message>
    <message>
        <source>Delete all drawings of this market</source>
        <translation>이 시장의 모든 그리기 삭제</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>잠금</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>교차하면 알림</translation>
    </message>
    <message>
        <source>Edit the text…</source>
        <translation>텍스트 편집…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>In every workspace</source>
        <translation>모든 작업 공간에 표시</translation>
    </message>
</context>
<context>
    <name>qob::Drawings</name>
    <message numerus="yes">
        <source>%n drawing(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>그리기 %n개를 읽을 수 없습니다. 파일은 %1(으)로 보관했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>The drawings cannot be read: %1; kept as %2</source>
        <translation>그리기를 읽을 수 없습니다: %1. %2(으)로 보관했습니다</translation>
    </message>
    <message>
        <source>The drawings cannot be saved: %1: %2</source>
        <translation>그리기를 저장할 수 없습니다: %1: %2</translation>
    </message>
    <message>
        <source>The drawings cannot be read and are not kept: %1: %2</source>
        <translation>그리기를 읽을 수 없어 저장하지 않습니다: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::EquityChart</name>
    <message>
        <source>Profit over time</source>
        <translation>시간별 손익</translation>
    </message>
    <message>
        <source>Profit %1 %3, largest drawdown %2 %3</source>
        <translation>손익 %1 %3, 최대 낙폭 %2 %3</translation>
    </message>
    <message>
        <source>Nothing was traded yet</source>
        <translation>아직 체결이 없습니다</translation>
    </message>
</context>
<context>
    <name>qob::FillSums</name>
    <message>
        <source>Market</source>
        <translation>시장</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>체결</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>거래량</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>수수료</translation>
    </message>
    <message>
        <source>As maker</source>
        <translation>메이커 비율</translation>
    </message>
    <message>
        <source>As maker (%)</source>
        <translation>메이커 비율 (%)</translation>
    </message>
</context>
<context>
    <name>qob::FillsModel</name>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>시장</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>수수료</translation>
    </message>
    <message>
        <source>Liquidity</source>
        <translation>유동성</translation>
    </message>
</context>
<context>
    <name>qob::FiredAlertsModel</name>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>내용</translation>
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
        <translation>델타</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>거래량</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>풋프린트</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>아직 가격별 거래량이 없습니다</translation>
    </message>
    <message>
        <source>Volume at price since %1, prices rough before %2</source>
        <translation>%1부터의 가격별 거래량 (%2 이전은 근사)</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>%1부터의 가격별 거래량</translation>
    </message>
    <message>
        <source>Delta %</source>
        <translation>델타 %</translation>
    </message>
    <message>
        <source>Max delta</source>
        <translation>최대 델타</translation>
    </message>
    <message>
        <source>Min delta</source>
        <translation>최소 델타</translation>
    </message>
</context>
<context>
    <name>qob::FootprintPanel</name>
    <message>
        <source>Rows: auto</source>
        <translation>행: 자동</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>행: %1</translation>
    </message>
    <message>
        <source>What the cells say</source>
        <translation>셀에 표시할 내용</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>행당 틱</translation>
    </message>
    <message>
        <source>Which imbalances are marked</source>
        <translation>표시할 불균형</translation>
    </message>
    <message>
        <source>As many as can be read</source>
        <translation>읽을 수 있는 만큼</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n틱</numerusform>
        </translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>불균형</translation>
    </message>
    <message>
        <source>Ratio, %</source>
        <translation>비율, %</translation>
    </message>
    <message>
        <source>Least size</source>
        <translation>최소 수량</translation>
    </message>
    <message>
        <source>Stacked rows</source>
        <translation>연속 행</translation>
    </message>
</context>
<context>
    <name>qob::FramePlate</name>
    <message>
        <source>Frame costs</source>
        <translation>프레임 비용</translation>
    </message>
    <message>
        <source>%1 fps, frame p50 %2, p99 %3</source>
        <translation>%1 fps, 프레임 p50 %2, p99 %3</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>패널</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>최대</translation>
    </message>
</context>
<context>
    <name>qob::HeaderBar</name>
    <message>
        <source>Header</source>
        <translation>머리글</translation>
    </message>
    <message>
        <source>Choose a market (Ctrl+M)</source>
        <translation>시장 선택 (Ctrl+M)</translation>
    </message>
    <message>
        <source>Last trade</source>
        <translation>최근 체결</translation>
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
        <translation>스프레드</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>전체 취소</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>No market yet</source>
        <translation>시장 없음</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>잠김</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>거래 가능</translation>
    </message>
    <message>
        <source>No order can leave. Click to unlock trading (Ctrl+L)</source>
        <translation>주문이 나가지 않습니다. 클릭하여 거래 잠금 해제 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Clicks send orders. Lock (Ctrl+L)</source>
        <translation>클릭하면 주문이 나갑니다. 잠금 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading; Esc cancels only</source>
        <translation>모든 미체결 주문을 즉시 취소하고 거래를 잠급니다. Esc는 취소만 합니다</translation>
    </message>
</context>
<context>
    <name>qob::HeatMap</name>
    <message>
        <source>Heat map</source>
        <translation>히트맵</translation>
    </message>
    <message>
        <source>1 m</source>
        <translation>1분</translation>
    </message>
    <message>
        <source>5 m</source>
        <translation>5분</translation>
    </message>
    <message>
        <source>15 m</source>
        <translation>15분</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>Show %1 of history and follow it</source>
        <translation>이력 %1 표시 및 추적</translation>
    </message>
    <message>
        <source>Colours, contrast and sizes</source>
        <translation>색, 대비, 수량</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>데이터 없음</translation>
    </message>
    <message>
        <source> · first in queue</source>
        <translation> · 맨 앞</translation>
    </message>
    <message>
        <source> · %1 ahead</source>
        <translation> · 앞에 %1</translation>
    </message>
    <message>
        <source> · ≈ %1 ahead</source>
        <translation> · 앞에 ≈ %1</translation>
    </message>
    <message>
        <source>Heat map settings…</source>
        <translation>히트맵 설정…</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>팔레트</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>클래식</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>단색</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>색각 이상 대응</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>색의 의미</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>대기 수량</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>대기 수량, 오래될수록 밝게</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>추가, 철회, 체결</translation>
    </message>
    <message>
        <source>Lock contrast</source>
        <translation>대비 고정</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n틱</numerusform>
        </translation>
    </message>
    <message>
        <source>Price rows</source>
        <translation>가격 행</translation>
    </message>
    <message>
        <source>Trade bubbles</source>
        <translation>체결 버블</translation>
    </message>
    <message>
        <source>Best bid and ask lines</source>
        <translation>최우선 호가선</translation>
    </message>
    <message>
        <source>Last price line</source>
        <translation>현재가선</translation>
    </message>
    <message>
        <source>Session VWAP</source>
        <translation>세션 VWAP</translation>
    </message>
    <message>
        <source>Cumulative volume delta</source>
        <translation>누적 거래량 델타</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>매물대</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Of what is shown</source>
        <translation>표시 범위</translation>
    </message>
    <message>
        <source>Of the whole history held</source>
        <translation>보유한 전체 이력</translation>
    </message>
    <message>
        <source>Naked points of control (15 min)</source>
        <translation>미도달 POC (15분)</translation>
    </message>
    <message>
        <source>Large lots</source>
        <translation>대량 체결</translation>
    </message>
    <message>
        <source>Back to the market</source>
        <translation>시장으로 돌아가기</translation>
    </message>
    <message>
        <source>Centre the price</source>
        <translation>가격 가운데로</translation>
    </message>
    <message>
        <source>Follow the price</source>
        <translation>가격 추적</translation>
    </message>
    <message>
        <source>Zoom in on price</source>
        <translation>가격 확대</translation>
    </message>
    <message>
        <source>Zoom out of price</source>
        <translation>가격 축소</translation>
    </message>
    <message>
        <source>Zoom in on time</source>
        <translation>시간 확대</translation>
    </message>
    <message>
        <source>Zoom out of time</source>
        <translation>시간 축소</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>표시 시간</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1분</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5분</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15분</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>시장을 기다리는 중</translation>
    </message>
    <message>
        <source>Waiting for history</source>
        <translation>이력을 기다리는 중</translation>
    </message>
    <message>
        <source>Icebergs</source>
        <translation>아이스버그</translation>
    </message>
</context>
<context>
    <name>qob::HeatSettings</name>
    <message>
        <source>Restore defaults</source>
        <translation>기본값 복원</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>클래식</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>단색</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>색각 이상 대응</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>대기 수량</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>대기 수량, 오래될수록 밝게</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>추가, 철회, 체결</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>팔레트</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>색의 의미</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>감마</translation>
    </message>
    <message>
        <source>Lower shows more of the small sizes</source>
        <translation>낮을수록 작은 수량이 잘 보입니다</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>밝기</translation>
    </message>
    <message>
        <source>J darker, K brighter</source>
        <translation>J 어둡게, K 밝게</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>대비</translation>
    </message>
    <message>
        <source>Percent of the largest</source>
        <translation>최대값의 백분율</translation>
    </message>
    <message>
        <source>Exact size</source>
        <translation>실제 수량</translation>
    </message>
    <message>
        <source>Cutoffs in</source>
        <translation>기준 단위</translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation>숨김 기준</translation>
    </message>
    <message>
        <source>Smaller sizes are not shown</source>
        <translation>더 작은 수량은 표시하지 않습니다</translation>
    </message>
    <message>
        <source>Full colour from</source>
        <translation>최대 색 기준</translation>
    </message>
    <message>
        <source>This size and larger ones look alike</source>
        <translation>이 수량 이상은 같은 색입니다</translation>
    </message>
    <message>
        <source>Lock at what is largest now</source>
        <translation>현재 최대값으로 고정</translation>
    </message>
    <message>
        <source>Colours stay comparable while the map moves</source>
        <translation>지도가 움직여도 색을 비교할 수 있습니다</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Prices that are added up in one row</source>
        <translation>한 행에 합치는 가격</translation>
    </message>
    <message>
        <source>Ticks a row</source>
        <translation>행당 틱</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>체결</translation>
    </message>
    <message>
        <source>Smallest bubble</source>
        <translation>최소 버블</translation>
    </message>
    <message>
        <source>Smaller trades get no bubble</source>
        <translation>더 작은 체결은 버블이 없습니다</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Trades this near each other are one bubble at their average price</source>
        <translation>이만큼 가까운 체결은 평균 가격의 버블 하나로 합칩니다</translation>
    </message>
    <message>
        <source>Gather over</source>
        <translation>묶는 간격</translation>
    </message>
    <message>
        <source>Large lot from</source>
        <translation>대량 기준</translation>
    </message>
    <message>
        <source>What the marks of large lots and icebergs show</source>
        <translation>대량과 빙산 표시의 대상</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>최대</translation>
    </message>
</context>
<context>
    <name>qob::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
</context>
<context>
    <name>qob::IndicatorMenu</name>
    <message>
        <source>Standard deviations</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>Fast period</source>
        <translation>단기</translation>
    </message>
    <message>
        <source>Slow period</source>
        <translation>장기</translation>
    </message>
    <message>
        <source>Signal period</source>
        <translation>시그널</translation>
    </message>
    <message>
        <source>Period, in candles</source>
        <translation>기간 (캔들 수)</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>One more of these</source>
        <translation>하나 더 추가</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>일간</translation>
    </message>
    <message>
        <source>Begins anew at 00:00 UTC</source>
        <translation>00:00 UTC에 새로 시작</translation>
    </message>
</context>
<context>
    <name>qob::InstrumentsModel</name>
    <message>
        <source>Symbol</source>
        <translation>종목</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>거래소</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>현재가</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24시간</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>스프레드</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>거래대금</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>최근 1시간</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>24 h (%)</source>
        <translation>24시간 (%)</translation>
    </message>
</context>
<context>
    <name>qob::IntervalPicker</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>%1 w</source>
        <translation>%1주</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1월</translation>
    </message>
    <message>
        <source>Candles of %1</source>
        <translation>%1봉</translation>
    </message>
    <message>
        <source>All intervals</source>
        <translation>모든 주기</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
</context>
<context>
    <name>qob::Ladder</name>
    <message>
        <source>Price ladder</source>
        <translation>호가창</translation>
    </message>
    <message>
        <source>%1 %2 at %3
%4 left, %5 filled
%6 ahead in the queue
%7
Drag to re-price, x to cancel</source>
        <translation>%3에 %1 %2
잔량 %4, 체결 %5
앞 대기 %6
%7
끌어서 가격 변경, x로 취소</translation>
    </message>
    <message>
        <source>Centre on the market</source>
        <translation>시장 가운데로</translation>
    </message>
    <message>
        <source>Keep the market in the middle</source>
        <translation>시장을 항상 가운데에</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Quick quantity %1</source>
        <translation>빠른 수량 %1</translation>
    </message>
    <message>
        <source>The default columns</source>
        <translation>기본 열</translation>
    </message>
    <message>
        <source>Buys</source>
        <translation>내 매수</translation>
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
        <translation>매도량</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>매수량</translation>
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
        <translation>내 매도</translation>
    </message>
    <message>
        <source>Vol</source>
        <translation>Vol</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>델타</translation>
    </message>
    <message>
        <source>Your buy orders, with the size ahead of them in the queue</source>
        <translation>내 매수 주문과 앞에 대기한 수량</translation>
    </message>
    <message>
        <source>Size bid; a click buys there</source>
        <translation>매수 호가 수량. 클릭하면 매수</translation>
    </message>
    <message>
        <source>Size added to the bids (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>최근 10초간 매수 호가에 추가되거나 철회된 수량 (체결 제외)</translation>
    </message>
    <message>
        <source>Sold into the bids here in the last half minute</source>
        <translation>최근 30초간 여기서 매수 호가에 매도된 수량</translation>
    </message>
    <message>
        <source>Bought from the asks here in the last half minute</source>
        <translation>최근 30초간 여기서 매도 호가에서 매수된 수량</translation>
    </message>
    <message>
        <source>Size added to the asks (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>최근 10초간 매도 호가에 추가되거나 철회된 수량 (체결 제외)</translation>
    </message>
    <message>
        <source>Size offered; a click sells there</source>
        <translation>매도 호가 수량. 클릭하면 매도</translation>
    </message>
    <message>
        <source>Your sell orders, with the size ahead of them in the queue</source>
        <translation>내 매도 주문과 앞에 대기한 수량</translation>
    </message>
    <message>
        <source>Traded here since the market is shown</source>
        <translation>시장을 표시한 뒤 여기서 체결된 수량</translation>
    </message>
    <message>
        <source>Bought less sold here since the market is shown</source>
        <translation>시장을 표시한 뒤 매수 체결 − 매도 체결</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>잠김</translation>
    </message>
    <message>
        <source>A click orders %1</source>
        <translation>클릭하면 %1 주문</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>행 %1</translation>
    </message>
    <message>
        <source>Draw a level at %1</source>
        <translation>%1에 수평선 그리기</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>교차하면 알림</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Higher price rows</source>
        <translation>가격 행 크게</translation>
    </message>
    <message>
        <source>Lower price rows</source>
        <translation>가격 행 작게</translation>
    </message>
</context>
<context>
    <name>qob::LiveDialog</name>
    <message>
        <source>Live markets</source>
        <translation>실시간 시장</translation>
    </message>
    <message>
        <source>Public feeds: no account is needed. Tick the venues and write the symbols as each venue does, with spaces between. Orders are paper.</source>
        <translation>공개 피드라 계정이 필요 없습니다. 거래소를 선택하고 각 거래소의 표기대로 종목을 공백으로 구분해 입력하세요. 주문은 모의입니다.</translation>
    </message>
    <message>
        <source>Find a venue</source>
        <translation>거래소 찾기</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>거래소</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>종목</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Its rules are</source>
        <translation>규칙 근거</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>거래소</translation>
    </message>
    <message>
        <source>proven on recordings</source>
        <translation>기록으로 검증됨</translation>
    </message>
    <message>
        <source>as documented</source>
        <translation>문서 기준</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s)</source>
        <translation>
            <numerusform>호가창 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>행 필터</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>경고와 오류</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>How bad it has to be</source>
        <translation>표시할 심각도</translation>
    </message>
</context>
<context>
    <name>qob::MainWindow</name>
    <message>
        <source>The workspace %1 cannot be read: %2</source>
        <translation>작업 공간 %1을(를) 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>This version has no panel %1: left out</source>
        <translation>이 버전에 %1 패널이 없어 제외했습니다</translation>
    </message>
    <message>
        <source>The picture is in the clipboard; save it too?</source>
        <translation>그림이 클립보드에 있습니다. 파일로도 저장할까요?</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>그림 (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1</source>
        <translation>그림 위치: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Nothing was imported: %1</source>
        <translation>가져오지 않았습니다: %1</translation>
    </message>
    <message>
        <source>The workspace %1 is here already and was opened as you left it</source>
        <translation>작업 공간 %1이(가) 이미 있어 마지막 상태 그대로 열었습니다</translation>
    </message>
</context>
<context>
    <name>qob::MarketBadge</name>
    <message>
        <source>A simulated market: every order is paper</source>
        <translation>시뮬레이션 시장: 모든 주문은 모의</translation>
    </message>
    <message>
        <source>A recording is played: every order is paper</source>
        <translation>기록 재생 중: 모든 주문은 모의</translation>
    </message>
    <message>
        <source>A live market; orders are paper</source>
        <translation>실시간 시장. 주문은 모의</translation>
    </message>
</context>
<context>
    <name>qob::MarketList</name>
    <message>
        <source>Symbol or venue</source>
        <translation>종목 또는 거래소</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>시장 필터</translation>
    </message>
    <message>
        <source>Markets</source>
        <translation>마켓</translation>
    </message>
</context>
<context>
    <name>qob::NoticesModel</name>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
</context>
<context>
    <name>qob::OrderEntry</name>
    <message>
        <source>Trading is locked: nothing was sent. Unlock with the padlock or Ctrl+L.</source>
        <translation>거래가 잠겼습니다: 보내지 않았습니다. 자물쇠나 Ctrl+L로 푸세요.</translation>
    </message>
    <message>
        <source>The engine is busy: nothing was sent. Try again.</source>
        <translation>엔진이 바쁩니다: 보내지 않았습니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The session is closed: nothing was sent.</source>
        <translation>세션이 닫혔습니다: 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>No market is shown: nothing was sent.</source>
        <translation>표시된 시장이 없습니다: 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>%1: nothing was sent.</source>
        <translation>%1: 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The quantity must be between %1 and %2: nothing was sent.</source>
        <translation>수량은 %1에서 %2 사이여야 합니다: 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The price must be a positive multiple of %1: nothing was sent.</source>
        <translation>가격은 %1의 양의 배수여야 합니다: 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The order is no longer working: nothing was sent.</source>
        <translation>주문이 더 이상 유효하지 않습니다: 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The order is being changed already: nothing was sent.</source>
        <translation>주문을 이미 정정 중입니다: 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>There is a question to answer first: nothing was sent.</source>
        <translation>먼저 질문에 답해야 합니다. 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Orders are cancelled; trading is locked: no position was closed.</source>
        <translation>주문은 취소됩니다. 거래가 잠겨 있어 포지션은 청산하지 않았습니다.</translation>
    </message>
    <message>
        <source>Some orders still work after five seconds: no position was closed.</source>
        <translation>5초가 지나도 유효한 주문이 남아 있어 포지션을 청산하지 않았습니다.</translation>
    </message>
    <message>
        <source>The market is no longer shown: nothing was sent.</source>
        <translation>시장이 더 이상 표시되지 않습니다: 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The position is being closed already: nothing was sent.</source>
        <translation>포지션을 이미 청산하는 중입니다: 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The position is another one by now: nothing was sent.</source>
        <translation>그사이 포지션이 바뀌었습니다: 보내지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>qob::OrderQuestion</name>
    <message>
        <source>Send it?</source>
        <translation>보낼까요?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>보내지 않음</translation>
    </message>
</context>
<context>
    <name>qob::OrderTicket</name>
    <message>
        <source>Limit</source>
        <translation>지정가</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>시장가</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>스탑</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>스탑 지정가</translation>
    </message>
    <message>
        <source>Trailing stop</source>
        <translation>추적 스탑</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>시장가 후 지정가</translation>
    </message>
    <message>
        <source>Pegged to the middle</source>
        <translation>중간가 페그</translation>
    </message>
    <message>
        <source>Pegged to the best price</source>
        <translation>최우선가 페그</translation>
    </message>
    <message>
        <source>There is no price to measure the bracket from</source>
        <translation>브래킷의 기준이 될 가격이 없습니다</translation>
    </message>
    <message>
        <source>Limit or stop (OCO)</source>
        <translation>지정가 또는 스톱 (OCO)</translation>
    </message>
    <message>
        <source>Until when the order is good is missing</source>
        <translation>주문의 유효 시각이 없습니다</translation>
    </message>
</context>
<context>
    <name>qob::OrdersModel</name>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>시장</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>체결</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>앞 대기</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>경과</translation>
    </message>
    <message>
        <source>Answered (s)</source>
        <translation>응답 (초)</translation>
    </message>
    <message>
        <source>Age (s)</source>
        <translation>경과 (초)</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>접수됨</translation>
    </message>
</context>
<context>
    <name>qob::PanelDock</name>
    <message>
        <source>Blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>주황</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>보라</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>노랑</translation>
    </message>
    <message>
        <source>Link group: panels of one colour show the same instrument</source>
        <translation>연결 그룹: 같은 색의 패널은 같은 종목을 표시</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>패널 메뉴</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>패널 닫기</translation>
    </message>
    <message>
        <source>Back into the window</source>
        <translation>창으로 되돌리기</translation>
    </message>
    <message>
        <source>Into a window of its own</source>
        <translation>별도 창으로</translation>
    </message>
    <message>
        <source>Link group</source>
        <translation>연결 그룹</translation>
    </message>
    <message>
        <source>Picture of the panel…</source>
        <translation>패널 그림…</translation>
    </message>
    <message>
        <source>Help for this panel</source>
        <translation>이 패널의 도움말</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading</source>
        <translation>모든 미체결 주문을 즉시 취소하고 거래를 잠급니다</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>전체 취소</translation>
    </message>
</context>
<context>
    <name>qob::PerformancePanel</name>
    <message>
        <source>Settle asset</source>
        <translation>결제 자산</translation>
    </message>
    <message>
        <source>By market</source>
        <translation>시장별</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>시간별</translation>
    </message>
</context>
<context>
    <name>qob::PositionsModel</name>
    <message>
        <source>Market</source>
        <translation>시장</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>순수량</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Unrealised</source>
        <translation>평가손익</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>실현손익</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>수수료</translation>
    </message>
</context>
<context>
    <name>qob::PriceChart</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1일 %2시간</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>데이터 없음</translation>
    </message>
    <message>
        <source>O</source>
        <translation>시</translation>
    </message>
    <message>
        <source>H</source>
        <translation>고</translation>
    </message>
    <message>
        <source>L</source>
        <translation>저</translation>
    </message>
    <message>
        <source>C</source>
        <translation>종</translation>
    </message>
    <message>
        <source>V</source>
        <translation>량</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>불완전</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>시장을 기다리는 중</translation>
    </message>
    <message>
        <source>Waiting for the first trade</source>
        <translation>첫 체결을 기다리는 중</translation>
    </message>
</context>
<context>
    <name>qob::ProfileChart</name>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>표시 범위</translation>
    </message>
    <message>
        <source>Fixed range</source>
        <translation>고정 범위</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>매물대</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>아직 가격별 거래량이 없습니다</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>%1부터의 가격별 거래량</translation>
    </message>
    <message>
        <source>%1, prices rough before %2</source>
        <translation>%1 (%2 이전은 근사)</translation>
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
        <translation>Shift를 누른 채 범위를 끄세요</translation>
    </message>
    <message>
        <source>naked POC %1</source>
        <translation>미도달 POC %1</translation>
    </message>
</context>
<context>
    <name>qob::ProfilePanel</name>
    <message>
        <source>How long a session is</source>
        <translation>세션 길이</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>행당 틱</translation>
    </message>
    <message>
        <source>As many as can be seen</source>
        <translation>보이는 만큼</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n틱</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows: auto</source>
        <translation>행: 자동</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>행: %1</translation>
    </message>
</context>
<context>
    <name>qob::RemoteLink</name>
    <message>
        <source>The connection was lost before the server confirmed to cancel all: look at what still works</source>
        <translation>서버가 전체 취소를 확인하기 전에 연결이 끊겼습니다: 아직 살아 있는 주문을 확인하십시오</translation>
    </message>
    <message>
        <source>The connection was lost before the server confirmed what the market was told to do</source>
        <translation>서버가 시장에 대한 지시를 확인하기 전에 연결이 끊겼습니다</translation>
    </message>
    <message>
        <source>Connected with %1 again after %2 s</source>
        <translation>%2초 뒤 %1에 다시 연결됨</translation>
    </message>
    <message>
        <source>The connection was lost: %1</source>
        <translation>연결이 끊겼습니다: %1</translation>
    </message>
</context>
<context>
    <name>qob::ReplayBar</name>
    <message>
        <source>Replay bar</source>
        <translation>리플레이 바</translation>
    </message>
    <message>
        <source>Play or pause (Ctrl+Space)</source>
        <translation>재생 또는 일시 정지 (Ctrl+Space)</translation>
    </message>
    <message>
        <source>One step: the next event (Ctrl+.)</source>
        <translation>한 단계: 다음 이벤트 (Ctrl+.)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Market time, UTC</source>
        <translation>시장 시각, UTC</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>기록 내 위치</translation>
    </message>
    <message>
        <source>jump to 14:03:00</source>
        <translation>14:03:00(으)로 이동</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>시각으로 이동</translation>
    </message>
    <message>
        <source>Expected 14:03, 14:03:27 or 2026-07-14 14:03:27 (UTC)</source>
        <translation>14:03, 14:03:27 또는 2026-07-14 14:03:27 (UTC) 형식으로 입력</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>기록이 끝났습니다</translation>
    </message>
    <message numerus="yes">
        <source>Rolling the history of %n more market(s)</source>
        <translation>
            <numerusform>시장 %n개의 이력을 더 불러오는 중</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::ReplayControl</name>
    <message>
        <source>max</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>The engine is busy. Try again.</source>
        <translation>엔진이 바쁩니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The session is closed.</source>
        <translation>세션이 닫혔습니다.</translation>
    </message>
    <message>
        <source>This market cannot be moved in time.</source>
        <translation>이 시장은 시간을 옮길 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>qob::Settings</name>
    <message>
        <source>The settings cannot be read and are the default ones now: %1; kept as %2</source>
        <translation>설정을 읽을 수 없어 기본값을 씁니다: %1. %2(으)로 보관했습니다</translation>
    </message>
    <message>
        <source>The settings cannot be saved: %1: %2</source>
        <translation>설정을 저장할 수 없습니다: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::SettingsDialog</name>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>For colour-blind eyes</source>
        <translation>색각 이상 대응</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템과 같게</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>전체 크기</translation>
    </message>
    <message>
        <source>A new size takes effect when the terminal is started again.</source>
        <translation>새 크기는 터미널을 다시 시작하면 적용됩니다.</translation>
    </message>
    <message>
        <source>Trade with single keys, on the panel under the mouse</source>
        <translation>마우스 아래 패널에서 단일 키로 거래</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>The default keys</source>
        <translation>기본 키</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <source>Ask before an order worth more than</source>
        <translation>이보다 큰 금액의 주문은 확인</translation>
    </message>
    <message>
        <source>Ask before a price beyond the market by</source>
        <translation>시장을 이만큼 넘는 가격은 확인</translation>
    </message>
    <message>
        <source>Ask before everything is cancelled and closed</source>
        <translation>모두 취소하고 청산하기 전에 확인</translation>
    </message>
    <message>
        <source>Worth is in the quote currency. Cancelling orders is never asked about.</source>
        <translation>금액은 호가 통화 기준입니다. 주문 취소는 묻지 않습니다.</translation>
    </message>
</context>
<context>
    <name>qob::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>REC %L1 MB</source>
        <translation>REC %L1 MB</translation>
    </message>
    <message>
        <source>%1 fps   frame p50 %2   p99 %3</source>
        <translation>%1 fps   프레임 p50 %2   p99 %3</translation>
    </message>
    <message>
        <source>No feed yet</source>
        <translation>피드 없음</translation>
    </message>
    <message>
        <source>Feed latency above the best one seen. The recorder&apos;s clock is behind the venue&apos;s by %1 or more.</source>
        <translation>관측된 최소값을 넘는 피드 지연. 기록기의 시계가 거래소보다 %1 이상 늦습니다.</translation>
    </message>
    <message>
        <source>Feed latency: from the venue&apos;s own time stamp to here</source>
        <translation>피드 지연: 거래소의 시각 표시부터 여기까지</translation>
    </message>
    <message>
        <source>%L1 messages   %L2 gaps</source>
        <translation>메시지 %L1   누락 %L2</translation>
    </message>
    <message>
        <source>latency %1</source>
        <translation>지연 %1</translation>
    </message>
    <message>
        <source>Trading locked</source>
        <translation>거래 잠김</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>거래 가능</translation>
    </message>
    <message>
        <source>A frame&apos;s time: bringing the panels up to date and painting them</source>
        <translation>한 프레임의 시간: 패널 갱신과 그리기</translation>
    </message>
    <message>
        <source>%1   round trip %2</source>
        <translation>%1   왕복 %2</translation>
    </message>
    <message>
        <source>%1 not connected, trying again</source>
        <translation>%1 연결 안 됨, 다시 시도 중</translation>
    </message>
    <message>
        <source>%1 disconnected</source>
        <translation>%1 연결 끊김</translation>
    </message>
</context>
<context>
    <name>qob::Tape</name>
    <message>
        <source>Time and sales</source>
        <translation>체결 내역</translation>
    </message>
    <message>
        <source>Add up what one aggressor takes at a price</source>
        <translation>한 주문이 같은 가격에 가져간 체결을 합산</translation>
    </message>
    <message>
        <source>Leave out small trades</source>
        <translation>작은 체결 생략</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 표시</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>%1 미만</translation>
    </message>
    <message>
        <source>%1 not shown</source>
        <translation>%1건 숨김</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>%1 newer above</source>
        <translation>위에 새 체결 %1건</translation>
    </message>
</context>
<context>
    <name>qob::Terminal</name>
    <message>
        <source>The screenshot could not be written to %1</source>
        <translation>그림을 %1에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>There is no panel &apos;%1&apos;; there are: %2</source>
        <translation>&apos;%1&apos; 패널이 없습니다. 있는 것: %2</translation>
    </message>
    <message>
        <source>There is no workspace &apos;%1&apos;; there are: %2</source>
        <translation>&apos;%1&apos; 작업 공간이 없습니다. 있는 것: %2</translation>
    </message>
    <message>
        <source>Opening the market…</source>
        <translation>시장을 여는 중…</translation>
    </message>
    <message>
        <source>Still on %1. %2</source>
        <translation>아직 %1입니다. %2</translation>
    </message>
    <message>
        <source>Replay recordings</source>
        <translation>기록 재생</translation>
    </message>
    <message>
        <source>Recordings (*.qh *.gz *.xz *.jsonl *.log);;All files (*)</source>
        <translation>기록 (*.qh *.gz *.xz *.jsonl *.log);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Another terminal has these settings open: what you change in this one is not kept</source>
        <translation>다른 터미널이 이 설정을 열고 있습니다. 여기서 바꾼 내용은 저장되지 않습니다</translation>
    </message>
    <message>
        <source>No market &apos;%1&apos; is known; another one is shown</source>
        <translation>&apos;%1&apos; 시장을 알 수 없어 다른 시장을 표시합니다</translation>
    </message>
</context>
<context>
    <name>qob::Ticket</name>
    <message>
        <source>Order ticket</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>주문 유형</translation>
    </message>
    <message>
        <source>Time in force</source>
        <translation>유효 조건</translation>
    </message>
    <message>
        <source>Good till cancelled: stays in the book</source>
        <translation>Good till cancelled: 취소할 때까지 호가창에 남음</translation>
    </message>
    <message>
        <source>Until the end of the trading day</source>
        <translation>거래일이 끝날 때까지</translation>
    </message>
    <message>
        <source>Immediate or cancel: what does not fill at once goes</source>
        <translation>Immediate or cancel: 즉시 체결되지 않은 수량은 취소</translation>
    </message>
    <message>
        <source>Fill or kill: all at once or nothing</source>
        <translation>Fill or kill: 전량 즉시 체결 아니면 취소</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>스탑 가격</translation>
    </message>
    <message>
        <source>Trails by</source>
        <translation>추적 간격</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>What the size is counted in</source>
        <translation>수량 단위</translation>
    </message>
    <message>
        <source>Size by quantity, by worth, or by what is lost when the stop loss is hit</source>
        <translation>수량, 금액 또는 손절 시 손실액 기준</translation>
    </message>
    <message>
        <source>Bracket, iceberg, conditions</source>
        <translation>브래킷, 빙산, 조건</translation>
    </message>
    <message>
        <source>Take profit +</source>
        <translation>익절 +</translation>
    </message>
    <message>
        <source>Stop loss −</source>
        <translation>손절 −</translation>
    </message>
    <message>
        <source>Shows only</source>
        <translation>표시 수량</translation>
    </message>
    <message>
        <source>Post only</source>
        <translation>Post only</translation>
    </message>
    <message>
        <source>Refused when it would take</source>
        <translation>테이커가 되면 거부</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>청산 전용</translation>
    </message>
    <message>
        <source>Never more than closes the position</source>
        <translation>포지션 청산 이상은 체결하지 않음</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>숨김</translation>
    </message>
    <message>
        <source>Not shown in the book</source>
        <translation>호가창에 보이지 않음</translation>
    </message>
    <message>
        <source>Notional</source>
        <translation>주문 금액</translation>
    </message>
    <message>
        <source>Free to buy</source>
        <translation>매수 가능</translation>
    </message>
    <message>
        <source>Free to sell</source>
        <translation>매도 가능</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>매수</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>매도</translation>
    </message>
    <message>
        <source>Trading is locked. Unlock with the padlock or Ctrl+L.</source>
        <translation>거래가 잠겼습니다. 자물쇠나 Ctrl+L로 푸세요.</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>계약</translation>
    </message>
    <message>
        <source>%1 risk</source>
        <translation>%1 위험</translation>
    </message>
    <message>
        <source>book too thin</source>
        <translation>호가가 너무 얇음</translation>
    </message>
    <message>
        <source>%L1 bps</source>
        <translation>%L1 bps</translation>
    </message>
    <message>
        <source>Fee, impact</source>
        <translation>수수료·영향</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>증거금</translation>
    </message>
    <message>
        <source>What is put aside until the order is done</source>
        <translation>주문이 끝날 때까지 묶이는 금액</translation>
    </message>
    <message>
        <source>Good till a time, which is asked for</source>
        <translation>지정한 시각까지 유효 (시각 입력)</translation>
    </message>
    <message>
        <source>Trails in steps of</source>
        <translation>추적 간격</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>슬라이드</translation>
    </message>
    <message>
        <source>Post only: moved to where it does not take</source>
        <translation>포스트 온리: 체결되지 않는 가격으로 옮김</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>전량 아니면 무</translation>
    </message>
    <message>
        <source>Fills whole or not at all</source>
        <translation>전량 체결되거나 전혀 체결되지 않음</translation>
    </message>
    <message>
        <source>With connection</source>
        <translation>연결 중에만</translation>
    </message>
    <message>
        <source>Cancelled when the connection with the server is lost</source>
        <translation>서버와의 연결이 끊기면 취소됩니다</translation>
    </message>
    <message>
        <source>Against own orders</source>
        <translation>자신의 주문에 대해</translation>
    </message>
    <message>
        <source>Where it would trade with another order of this account</source>
        <translation>이 계좌의 다른 주문과 체결될 경우</translation>
    </message>
    <message>
        <source>Own orders: trade</source>
        <translation>자신의 주문: 체결</translation>
    </message>
    <message>
        <source>Own orders: cancel this one</source>
        <translation>자신의 주문: 이 주문 취소</translation>
    </message>
    <message>
        <source>Own orders: cancel the older</source>
        <translation>자신의 주문: 이전 주문 취소</translation>
    </message>
    <message>
        <source>Own orders: cancel both</source>
        <translation>자신의 주문: 둘 다 취소</translation>
    </message>
    <message>
        <source>Own orders: less of both</source>
        <translation>자신의 주문: 둘 다 줄임</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>까지</translation>
    </message>
    <message>
        <source>expected a time to come, as 14:03 or %1</source>
        <translation>14:03 또는 %1 같은 앞으로의 시각이 필요합니다</translation>
    </message>
    <message>
        <source>Away from it by</source>
        <translation>그로부터의 차이</translation>
    </message>
</context>
<context>
    <name>qob::Tour</name>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>This is the market you look at. Click it, or just type the first letters of another one.</source>
        <translation>지금 보는 시장입니다. 클릭하거나 다른 시장의 첫 글자를 입력하세요.</translation>
    </message>
    <message>
        <source>Trading is locked at every start. Unlock it here; “Cancel all” beside it works at any time.</source>
        <translation>거래는 시작할 때마다 잠깁니다. 여기서 푸세요. 옆의 “전체 취소”는 언제나 됩니다.</translation>
    </message>
    <message>
        <source>A click in the bid column buys there, in the ask column it sells. Drag an order to move it.</source>
        <translation>Bid 열을 클릭하면 매수, Ask 열을 클릭하면 매도입니다. 주문은 끌어서 옮깁니다.</translation>
    </message>
    <message>
        <source>Ctrl+K finds everything: commands, panels, workspaces, markets. Panels can be moved, tabbed and popped out by their titles. F1 explains the panel you are in.</source>
        <translation>Ctrl+K로 명령, 패널, 작업 공간, 시장을 모두 찾습니다. 패널은 제목을 끌어 옮기거나 탭으로 묶고 떼어낼 수 있습니다. F1은 지금 패널을 설명합니다.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Next (%1 of %2)</source>
        <translation>다음 (%1/%2)</translation>
    </message>
</context>
<context>
    <name>qob::VenuesModel</name>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1/%2 실시간</translation>
    </message>
    <message>
        <source>%1 of %2 live, %3 stale</source>
        <translation>%1/%2 실시간, 오래됨 %3</translation>
    </message>
    <message>
        <source>%1 bad of %2</source>
        <translation>불일치 %1/%2</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>거래소</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>호가창</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Two minutes</source>
        <translation>2분</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>메시지/초</translation>
    </message>
    <message>
        <source>Trades/s</source>
        <translation>체결/초</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>체크섬</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>마지막 수신</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>재연결</translation>
    </message>
    <message>
        <source>Live books</source>
        <translation>실시간 호가창</translation>
    </message>
    <message>
        <source>Latency (s)</source>
        <translation>지연 (초)</translation>
    </message>
    <message>
        <source>Bad checksums</source>
        <translation>잘못된 체크섬</translation>
    </message>
</context>
<context>
    <name>qob::VenuesPanel</name>
    <message>
        <source>Venues</source>
        <translation>거래소</translation>
    </message>
</context>
<context>
    <name>qob::Watchlist</name>
    <message>
        <source>Symbol or venue</source>
        <translation>종목 또는 거래소</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>시장 필터</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>별표만</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>관심 종목</translation>
    </message>
    <message>
        <source>Star, or no star</source>
        <translation>별표 켜기·끄기</translation>
    </message>
</context>
<context>
    <name>qob::WindowActions</name>
    <message>
        <source>Find a command…</source>
        <translation>명령 찾기…</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>시장</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>Replay and recording</source>
        <translation>리플레이와 기록</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>패널 추가</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>작업 공간</translation>
    </message>
    <message>
        <source>Choose a market</source>
        <translation>시장 선택</translation>
    </message>
    <message>
        <source>Simulated market</source>
        <translation>시뮬레이션 시장</translation>
    </message>
    <message>
        <source>Live markets…</source>
        <translation>실시간 시장…</translation>
    </message>
    <message>
        <source>Replay recordings…</source>
        <translation>기록 재생…</translation>
    </message>
    <message>
        <source>Lock or unlock trading</source>
        <translation>거래 잠금 또는 해제</translation>
    </message>
    <message>
        <source>Cancel all orders</source>
        <translation>모든 주문 취소</translation>
    </message>
    <message>
        <source>Trade with single keys</source>
        <translation>단일 키로 거래</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>재생 또는 일시 정지</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>한 단계</translation>
    </message>
    <message>
        <source>Record or stop recording</source>
        <translation>기록 시작 또는 중지</translation>
    </message>
    <message>
        <source>Add a panel: %1</source>
        <translation>패널 추가: %1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Restore the default of this workspace</source>
        <translation>이 작업 공간을 기본값으로 복원</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>파일로 내보내기…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>파일에서 가져오기…</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>작업 공간: %1</translation>
    </message>
    <message>
        <source>Picture of the window…</source>
        <translation>창 그림…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Active panel into a window of its own, or back</source>
        <translation>활성 패널을 별도 창으로, 또는 되돌리기</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>What panels cost a frame</source>
        <translation>패널별 프레임 비용</translation>
    </message>
    <message>
        <source>Help for the active panel</source>
        <translation>활성 패널의 도움말</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 표시</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>작업 공간 저장</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Export the workspace</source>
        <translation>작업 공간 내보내기</translation>
    </message>
    <message>
        <source>Workspaces (*.json)</source>
        <translation>작업 공간 (*.json)</translation>
    </message>
    <message>
        <source>The workspace is in %1</source>
        <translation>작업 공간 위치: %1</translation>
    </message>
    <message>
        <source>Import a workspace</source>
        <translation>작업 공간 가져오기</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>서버에 연결…</translation>
    </message>
    <message>
        <source>There is a workspace %1. Replace it, with its drawings?</source>
        <translation>작업 공간 %1이(가) 이미 있습니다. 그리기까지 바꿀까요?</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>속도: %1</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>시각으로 이동</translation>
    </message>
    <message>
        <source>This market has no times to jump to</source>
        <translation>이 시장에는 이동할 시각이 없습니다</translation>
    </message>
</context>
</TS>

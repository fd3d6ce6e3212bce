<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Alert</name>
    <message>
        <source>Price at or above</source>
        <translation>価格 ≥</translation>
    </message>
    <message>
        <source>Price at or below</source>
        <translation>価格 ≤</translation>
    </message>
    <message>
        <source>Price crosses</source>
        <translation>価格が交差</translation>
    </message>
    <message>
        <source>Spread above (bps)</source>
        <translation>スプレッド (bps) &gt;</translation>
    </message>
    <message>
        <source>Volume burst of</source>
        <translation>出来高急増</translation>
    </message>
    <message>
        <source>Book imbalance above (%)</source>
        <translation>板の偏り (%) &gt;</translation>
    </message>
    <message>
        <source>Price range above (bps)</source>
        <translation>値幅 (bps) &gt;</translation>
    </message>
    <message>
        <source>Wall added of</source>
        <translation>大口板の出現</translation>
    </message>
    <message>
        <source>Wall pulled of</source>
        <translation>大口板の消失</translation>
    </message>
    <message>
        <source>Feed not live</source>
        <translation>フィード停止</translation>
    </message>
    <message>
        <source>%1: %2 in %3 s</source>
        <translation>%1: %2（%3 秒以内）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 traded</source>
        <translation>%1 約定</translation>
    </message>
    <message>
        <source>a range of %L1 bps</source>
        <translation>値幅 %L1 bps</translation>
    </message>
    <message>
        <source>traded at %1</source>
        <translation>%1 で約定</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%2 に%1</translation>
    </message>
    <message>
        <source>a bid</source>
        <translation>買い板</translation>
    </message>
    <message>
        <source>an offer</source>
        <translation>売り板</translation>
    </message>
    <message>
        <source>a spread of %L1 bps</source>
        <translation>スプレッド %L1 bps</translation>
    </message>
    <message>
        <source>%1 on one side</source>
        <translation>片側に %1</translation>
    </message>
    <message>
        <source>%1 entered or left</source>
        <translation>%1 に入った、または出た</translation>
    </message>
    <message>
        <source>%1 crossed</source>
        <translation>%1 を横切った</translation>
    </message>
    <message>
        <source>Drawing crossed</source>
        <translation>描画を横切る</translation>
    </message>
    <message>
        <source>Position larger than</source>
        <translation>ポジションが超える</translation>
    </message>
    <message>
        <source>Loss of the position above</source>
        <translation>ポジションの損失が超える</translation>
    </message>
    <message>
        <source>Loss of all positions above</source>
        <translation>全ポジションの損失が超える</translation>
    </message>
    <message>
        <source>a position of %1</source>
        <translation>ポジション %1</translation>
    </message>
    <message>
        <source>a loss of %1 %2</source>
        <translation>損失 %1 %2</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>MMM yyyy</source>
        <extracomment>How a month is written, in the letters of QLocale::toString</extracomment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>How a day without its year is written, in the letters of QLocale::toString</extracomment>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 日 %2 時間</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 ticks</source>
        <translation>%1 ティック</translation>
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
        <translation>トレンドライン</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>レイ</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>水平線</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>長方形</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>ものさし</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>オレンジ</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>シアン</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
</context>
<context>
    <name>ErrorCode</name>
    <message>
        <source>A number was expected and nothing was found</source>
        <translation>数値が必要ですが何もありません</translation>
    </message>
    <message>
        <source>This is not a decimal number</source>
        <translation>小数として読めません</translation>
    </message>
    <message>
        <source>The number has more decimals than fit here</source>
        <translation>小数点以下の桁が多すぎます</translation>
    </message>
    <message>
        <source>The number is too large</source>
        <translation>数値が大きすぎます</translation>
    </message>
    <message>
        <source>The configuration file cannot be read</source>
        <translation>設定ファイルを読み込めません</translation>
    </message>
    <message>
        <source>The configuration file is not valid TOML</source>
        <translation>設定ファイルが正しい TOML ではありません</translation>
    </message>
    <message>
        <source>There is no such setting</source>
        <translation>そのような設定はありません</translation>
    </message>
    <message>
        <source>The setting cannot take this value</source>
        <translation>設定できない値です</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>ファイルを読み込めません</translation>
    </message>
    <message>
        <source>The file ends too early</source>
        <translation>ファイルが途中で終わっています</translation>
    </message>
    <message>
        <source>The file is in no known capture format</source>
        <translation>記録ファイルの形式が不明です</translation>
    </message>
    <message>
        <source>The message is not valid JSON</source>
        <translation>メッセージが正しい JSON ではありません</translation>
    </message>
    <message>
        <source>The message lacks a field it must have</source>
        <translation>メッセージに必須項目がありません</translation>
    </message>
    <message>
        <source>The frame cannot be unpacked</source>
        <translation>フレームを展開できません</translation>
    </message>
    <message>
        <source>Messages are missing from the feed</source>
        <translation>フィードのメッセージが欠けています</translation>
    </message>
    <message>
        <source>No snapshot of the book has been seen yet</source>
        <translation>板のスナップショットがまだ届いていません</translation>
    </message>
    <message>
        <source>The book is crossed</source>
        <translation>板が逆転しています</translation>
    </message>
    <message>
        <source>The book&apos;s checksum is not the venue&apos;s</source>
        <translation>板のチェックサムが取引所と一致しません</translation>
    </message>
    <message>
        <source>This venue is not supported</source>
        <translation>この取引所には対応していません</translation>
    </message>
    <message>
        <source>The instrument&apos;s definition is invalid</source>
        <translation>銘柄の定義が不正です</translation>
    </message>
    <message>
        <source>The venue lists the instrument as halted, delisted or expired</source>
        <translation>取引所で取引停止・上場廃止・満期となった銘柄です</translation>
    </message>
    <message>
        <source>There is no such instrument</source>
        <translation>そのような銘柄はありません</translation>
    </message>
    <message>
        <source>This ClOrdID was used for another order</source>
        <translation>この ClOrdID は別の注文で使用済みです</translation>
    </message>
    <message>
        <source>The ClOrdID is empty or too long</source>
        <translation>ClOrdID が空か長すぎます</translation>
    </message>
    <message>
        <source>The price must be greater than zero</source>
        <translation>価格は 0 より大きくしてください</translation>
    </message>
    <message>
        <source>The price is not a multiple of the tick size</source>
        <translation>価格が呼値の単位に合いません</translation>
    </message>
    <message>
        <source>The quantity must be greater than zero</source>
        <translation>数量は 0 より大きくしてください</translation>
    </message>
    <message>
        <source>The quantity is not a multiple of the lot size</source>
        <translation>数量が取引単位に合いません</translation>
    </message>
    <message>
        <source>The order&apos;s value is below the minimum</source>
        <translation>注文金額が最小値を下回っています</translation>
    </message>
    <message>
        <source>The order is larger than the maximum</source>
        <translation>注文が上限を超えています</translation>
    </message>
    <message>
        <source>The free balance does not cover the order</source>
        <translation>余力が注文に足りません</translation>
    </message>
    <message>
        <source>There is no such working order</source>
        <translation>そのような有効注文はありません</translation>
    </message>
    <message>
        <source>The order is already done</source>
        <translation>注文はすでに完了しています</translation>
    </message>
    <message>
        <source>The market&apos;s book is not live</source>
        <translation>市場の板がライブではありません</translation>
    </message>
    <message>
        <source>The order belongs to somebody else</source>
        <translation>他の利用者の注文です</translation>
    </message>
    <message>
        <source>This order type is not supported here</source>
        <translation>この注文種別には対応していません</translation>
    </message>
    <message>
        <source>There is nothing on the other side to trade with</source>
        <translation>反対側に約定相手がいません</translation>
    </message>
    <message>
        <source>An order with this OrderID is working</source>
        <translation>この OrderID の注文が有効です</translation>
    </message>
    <message>
        <source>The book has no room for another order</source>
        <translation>板にこれ以上注文を置けません</translation>
    </message>
    <message>
        <source>The order&apos;s type, time in force and instructions do not go together</source>
        <translation>注文種別・執行条件・指示の組み合わせが不正です</translation>
    </message>
    <message>
        <source>The stop price or the trailing offset is not valid</source>
        <translation>逆指値またはトレール幅が不正です</translation>
    </message>
    <message>
        <source>The display quantity is not valid</source>
        <translation>表示数量が不正です</translation>
    </message>
    <message>
        <source>The price is outside the price band</source>
        <translation>価格が値幅制限の外です</translation>
    </message>
    <message>
        <source>The market does not take such an order now</source>
        <translation>市場は現在この注文を受け付けません</translation>
    </message>
    <message>
        <source>Nothing was traded yet that the order could follow</source>
        <translation>注文が追従できる約定がまだありません</translation>
    </message>
    <message>
        <source>There is no position that the order could reduce</source>
        <translation>減らせる建玉がありません</translation>
    </message>
    <message>
        <source>The order must not take, and would trade at this price</source>
        <translation>テイク不可の注文ですが、この価格では約定します</translation>
    </message>
    <message>
        <source>The order could not be filled whole and was not filled</source>
        <translation>全量約定できないため約定しませんでした</translation>
    </message>
    <message>
        <source>The order would have traded with its own owner</source>
        <translation>自分自身の注文と約定してしまいます</translation>
    </message>
    <message>
        <source>The order&apos;s time has passed</source>
        <translation>注文の期限が過ぎました</translation>
    </message>
    <message>
        <source>The trading day has ended</source>
        <translation>取引日が終了しました</translation>
    </message>
    <message>
        <source>The order it is linked to is done</source>
        <translation>関連する注文が完了しました</translation>
    </message>
    <message>
        <source>Another order of the list is not valid</source>
        <translation>リスト内の別の注文が不正です</translation>
    </message>
    <message>
        <source>Trading of this account is stopped</source>
        <translation>この口座の取引は停止中です</translation>
    </message>
    <message>
        <source>There is no such account</source>
        <translation>そのような口座はありません</translation>
    </message>
    <message>
        <source>The session is closed</source>
        <translation>セッションは終了しています</translation>
    </message>
    <message>
        <source>This market has no past to move to</source>
        <translation>この市場には戻れる過去がありません</translation>
    </message>
    <message>
        <source>The time is outside the recording</source>
        <translation>時刻が記録の範囲外です</translation>
    </message>
    <message>
        <source>There is no such file or directory</source>
        <translation>そのようなファイルまたはフォルダーはありません</translation>
    </message>
    <message>
        <source>Another program writes to this directory</source>
        <translation>別のプログラムがこのフォルダーに書き込み中です</translation>
    </message>
    <message>
        <source>The journal is damaged</source>
        <translation>ジャーナルが破損しています</translation>
    </message>
    <message>
        <source>Records are missing from the journal</source>
        <translation>ジャーナルに欠けた記録があります</translation>
    </message>
    <message>
        <source>It is not known up to where the journal was written safely</source>
        <translation>ジャーナルがどこまで確実に書かれたか不明です</translation>
    </message>
    <message>
        <source>The file was written by another version of the program</source>
        <translation>別のバージョンが書いたファイルです</translation>
    </message>
    <message>
        <source>There is no space left for the journal</source>
        <translation>ジャーナルの空き容量がありません</translation>
    </message>
    <message>
        <source>The journal&apos;s disk has failed</source>
        <translation>ジャーナルのディスクが故障しました</translation>
    </message>
    <message>
        <source>The record is too large for the journal</source>
        <translation>記録がジャーナルには大きすぎます</translation>
    </message>
    <message>
        <source>The journal cannot have these settings</source>
        <translation>ジャーナルに使えない設定です</translation>
    </message>
    <message>
        <source>The snapshot is damaged</source>
        <translation>スナップショットが破損しています</translation>
    </message>
    <message>
        <source>The snapshot is not of this journal</source>
        <translation>このジャーナルのスナップショットではありません</translation>
    </message>
    <message>
        <source>The recorded history is damaged</source>
        <translation>記録された履歴が破損しています</translation>
    </message>
    <message>
        <source>The history was written by another version of the program</source>
        <translation>別のバージョンが書いた履歴です</translation>
    </message>
    <message>
        <source>A part of the market was not recorded</source>
        <translation>市場の一部が記録されていません</translation>
    </message>
    <message>
        <source>The market is faster than it can be recorded</source>
        <translation>市場が速すぎて記録が追いつきません</translation>
    </message>
    <message>
        <source>This is older than what is recorded already</source>
        <translation>すでに記録されたものより古いデータです</translation>
    </message>
    <message>
        <source>There is no space left to record on</source>
        <translation>記録する空き容量がありません</translation>
    </message>
    <message>
        <source>The disk that is recorded on has failed</source>
        <translation>記録先のディスクが故障しました</translation>
    </message>
    <message>
        <source>This is not a usable address</source>
        <translation>使えないアドレスです</translation>
    </message>
    <message>
        <source>The host&apos;s name could not be looked up</source>
        <translation>ホスト名を解決できません</translation>
    </message>
    <message>
        <source>There is no connection to the host</source>
        <translation>ホストに接続できません</translation>
    </message>
    <message>
        <source>The host could not be proven to be who it says it is</source>
        <translation>ホストの身元を確認できません</translation>
    </message>
    <message>
        <source>The server refused the stream</source>
        <translation>サーバーがストリームを拒否しました</translation>
    </message>
    <message>
        <source>The other side is silent</source>
        <translation>相手から応答がありません</translation>
    </message>
    <message>
        <source>The connection ended</source>
        <translation>接続が終了しました</translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation>サーバーが要求を拒否しました</translation>
    </message>
    <message>
        <source>Data comes faster than it can be read</source>
        <translation>データの到着が速すぎて読み切れません</translation>
    </message>
    <message>
        <source>Nobody is logged in</source>
        <translation>ログインしていません</translation>
    </message>
    <message>
        <source>The name or the password is wrong</source>
        <translation>名前またはパスワードが違います</translation>
    </message>
    <message>
        <source>The token is not one of ours</source>
        <translation>当方のトークンではありません</translation>
    </message>
    <message>
        <source>The token is no longer valid</source>
        <translation>トークンの期限が切れました</translation>
    </message>
    <message>
        <source>The session or key was withdrawn</source>
        <translation>セッションまたはキーは失効しました</translation>
    </message>
    <message>
        <source>The code of the second factor is needed</source>
        <translation>二要素認証のコードが必要です</translation>
    </message>
    <message>
        <source>The code of the second factor is wrong</source>
        <translation>二要素認証のコードが違います</translation>
    </message>
    <message>
        <source>There were too many wrong tries; wait before the next one</source>
        <translation>失敗が多すぎます。しばらく待ってください</translation>
    </message>
    <message>
        <source>This user may not do that</source>
        <translation>この利用者には権限がありません</translation>
    </message>
    <message>
        <source>The key may not be used from this address</source>
        <translation>このアドレスからはキーを使えません</translation>
    </message>
    <message>
        <source>The signature is not that of this request</source>
        <translation>署名がこの要求のものではありません</translation>
    </message>
    <message>
        <source>The request&apos;s time is too far from the server&apos;s</source>
        <translation>要求の時刻がサーバーと離れすぎています</translation>
    </message>
    <message>
        <source>The request was sent before</source>
        <translation>すでに送信された要求です</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>そのようなキーはありません</translation>
    </message>
    <message>
        <source>The password is too easy to guess</source>
        <translation>パスワードが推測されやすすぎます</translation>
    </message>
    <message>
        <source>Another user has this name</source>
        <translation>その名前は他の利用者が使用中です</translation>
    </message>
    <message>
        <source>This cannot be a user&apos;s name</source>
        <translation>利用者名として使えません</translation>
    </message>
    <message>
        <source>There is no such user</source>
        <translation>そのような利用者はいません</translation>
    </message>
    <message>
        <source>The login provider did not confirm who this is</source>
        <translation>ログイン提供者が本人確認をしませんでした</translation>
    </message>
    <message>
        <source>New users are made by an administrator only</source>
        <translation>新しい利用者は管理者だけが作成できます</translation>
    </message>
    <message>
        <source>The key that protects secrets cannot be had</source>
        <translation>秘密情報を守るキーが使えません</translation>
    </message>
    <message>
        <source>A protected secret was changed or is under another key</source>
        <translation>秘密情報が改変されたか別のキーのものです</translation>
    </message>
    <message>
        <source>A cryptographic operation failed</source>
        <translation>暗号処理に失敗しました</translation>
    </message>
    <message>
        <source>The audit trail was changed</source>
        <translation>監査証跡が改変されています</translation>
    </message>
    <message>
        <source>The request cannot be understood</source>
        <translation>要求を解釈できません</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>このアドレスには何もありません</translation>
    </message>
    <message>
        <source>This address does not take that method</source>
        <translation>このアドレスはそのメソッドに対応していません</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>要求が大きすぎます</translation>
    </message>
    <message>
        <source>The request did not arrive in time</source>
        <translation>要求が時間内に届きませんでした</translation>
    </message>
    <message>
        <source>There were too many requests; wait before the next one</source>
        <translation>要求が多すぎます。しばらく待ってください</translation>
    </message>
    <message>
        <source>A parameter is missing</source>
        <translation>パラメーターがありません</translation>
    </message>
    <message>
        <source>A parameter cannot take this value</source>
        <translation>パラメーターに使えない値です</translation>
    </message>
    <message>
        <source>The body is of a kind that is not read here</source>
        <translation>この種類の本文は読めません</translation>
    </message>
    <message>
        <source>The engine has no room for the request; try again</source>
        <translation>エンジンに余裕がありません。再試行してください</translation>
    </message>
    <message>
        <source>This version cannot do that yet</source>
        <translation>このバージョンではまだできません</translation>
    </message>
    <message>
        <source>This does not go together with what is there</source>
        <translation>既存のものと両立しません</translation>
    </message>
    <message>
        <source>There is no such stream</source>
        <translation>そのようなストリームはありません</translation>
    </message>
    <message>
        <source>The connection has too many streams</source>
        <translation>接続のストリームが多すぎます</translation>
    </message>
    <message>
        <source>The connection reads too slowly</source>
        <translation>接続の読み取りが遅すぎます</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>データベースに接続できません</translation>
    </message>
    <message>
        <source>The database refused the operation</source>
        <translation>データベースが操作を拒否しました</translation>
    </message>
    <message>
        <source>The database was made by another version of the program</source>
        <translation>別のバージョンが作ったデータベースです</translation>
    </message>
    <message>
        <source>There is no such record</source>
        <translation>そのような記録はありません</translation>
    </message>
    <message>
        <source>There is such a record already</source>
        <translation>その記録はすでにあります</translation>
    </message>
    <message>
        <source>The backup is damaged</source>
        <translation>バックアップが破損しています</translation>
    </message>
</context>
<context>
    <name>HeatOverlays</name>
    <message>
        <source>new</source>
        <translation>新しい</translation>
    </message>
    <message>
        <source>5 min and older</source>
        <translation>5 分以上</translation>
    </message>
    <message>
        <source>added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>約定</translation>
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
        <translation>未到達 POC</translation>
    </message>
    <message>
        <source>Cumulative delta</source>
        <translation>累積デルタ</translation>
    </message>
    <message>
        <source>≈ iceberg</source>
        <translation>≈ アイスバーグ</translation>
    </message>
    <message>
        <source>VWAP since %1</source>
        <translation>VWAP %1 から</translation>
    </message>
    <message>
        <source>iceberg</source>
        <translation>アイスバーグ</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Buy at the bid</source>
        <translation>買い気配で買う</translation>
    </message>
    <message>
        <source>Sell at the ask</source>
        <translation>売り気配で売る</translation>
    </message>
    <message>
        <source>Take the ask</source>
        <translation>売り気配を取る</translation>
    </message>
    <message>
        <source>Take the bid</source>
        <translation>買い気配を叩く</translation>
    </message>
    <message>
        <source>Buy at market</source>
        <translation>成行で買う</translation>
    </message>
    <message>
        <source>Sell at market</source>
        <translation>成行で売る</translation>
    </message>
    <message>
        <source>Cancel the orders of this market</source>
        <translation>この市場の注文を取消</translation>
    </message>
    <message>
        <source>Cancel the stops of this market</source>
        <translation>この市場の逆指値を取消</translation>
    </message>
    <message>
        <source>Close the position</source>
        <translation>建玉を決済</translation>
    </message>
    <message>
        <source>Reverse the position</source>
        <translation>ドテン</translation>
    </message>
    <message>
        <source>Cancel and close everything</source>
        <translation>すべて取消して決済</translation>
    </message>
</context>
<context>
    <name>OrderGuard</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1、価格 %2</translation>
    </message>
    <message>
        <source>It is worth %1 %2.</source>
        <translation>金額は %1 %2 です。</translation>
    </message>
    <message>
        <source>Its price is %1 beyond the best of the other side.</source>
        <translation>価格は反対側の最良気配を %1 超えています。</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Heat map</source>
        <translation>ヒートマップ</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>板</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>ローソク足</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>フットプリント</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>価格帯別出来高</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>デプス</translation>
    </message>
    <message>
        <source>Time and sales</source>
        <translation>歩み値</translation>
    </message>
    <message>
        <source>Order ticket</source>
        <translation>注文</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>ウォッチリスト</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>取引所</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>アラート</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>成績</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>口座</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>3D depth</source>
        <translation>3D板</translation>
    </message>
</context>
<context>
    <name>QuickTrade</name>
    <message>
        <source>Cancel every order and close every position?</source>
        <translation>すべての注文を取り消し、すべてのポジションを決済しますか？</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Scalping</source>
        <translation>スキャルピング</translation>
    </message>
    <message>
        <source>Order flow</source>
        <translation>オーダーフロー</translation>
    </message>
    <message>
        <source>Multi-venue</source>
        <translation>複数取引所</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>ポートフォリオ</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>アナリスト</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 に書き込めません: %2</translation>
    </message>
</context>
<context>
    <name>qob</name>
    <message>
        <source>Buy</source>
        <translation>買</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>売</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>成行</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>指値</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>逆指値</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>逆指値指値</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>成行残指値</translation>
    </message>
    <message>
        <source>Pegged</source>
        <translation>ペッグ</translation>
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
        <translation>当日</translation>
    </message>
    <message>
        <source>GTD</source>
        <translation>GTD</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>寄付</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>引け</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>一部約定</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>約定</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>取消済</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>取消中</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信済</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>訂正中</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>メイカー</translation>
    </message>
    <message>
        <source>Taker</source>
        <translation>テイカー</translation>
    </message>
    <message>
        <source>Awaiting snapshot</source>
        <translation>スナップショット待ち</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>SIM</source>
        <translation>SIM</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>リプレイ</translation>
    </message>
    <message>
        <source>LIVE · PAPER</source>
        <translation>ライブ · 模擬</translation>
    </message>
    <message>
        <source>Waiting for the venue&apos;s book</source>
        <translation>取引所の板を待っています</translation>
    </message>
    <message>
        <source>Stale book. %1</source>
        <translation>板が停滞しています。%1</translation>
    </message>
    <message>
        <source>Stale book: not the venue&apos;s any more</source>
        <translation>板が停滞: 取引所の板と一致しません</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>記録の再生が終わりました</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
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
        <translation>アラート</translation>
    </message>
    <message>
        <source>The webhook of an alert failed: %1</source>
        <translation>アラートの Webhook に失敗: %1</translation>
    </message>
</context>
<context>
    <name>qob::AlertDialog</name>
    <message>
        <source>Each time it becomes true, not only once</source>
        <translation>一度だけでなく成立するたび</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>ポップアップ</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>新しいアラート</translation>
    </message>
    <message>
        <source>Change the alert</source>
        <translation>アラートを変更</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市場</translation>
    </message>
    <message>
        <source>When</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Tell by</source>
        <translation>通知方法</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>The webhook is not an http or https address</source>
        <translation>Webhook が http または https のアドレスではありません</translation>
    </message>
    <message>
        <source>This market has no such value</source>
        <translation>この市場では使えない値です</translation>
    </message>
</context>
<context>
    <name>qob::Alerts</name>
    <message>
        <source>The alerts cannot be read: %1; kept as %2</source>
        <translation>アラートを読み込めません: %1。%2 として保存しました</translation>
    </message>
    <message>
        <source>The alerts cannot be saved: %1: %2</source>
        <translation>アラートを保存できません: %1: %2</translation>
    </message>
    <message>
        <source>The alerts cannot be read and are not kept: %1: %2</source>
        <translation>アラートを読み込めないため、保存もしません: %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n 個のアラートを読み込めません。ファイルは %1 として保管しました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::AlertsModel</name>
    <message>
        <source>Each time</source>
        <translation>毎回</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>1 回</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>音</translation>
    </message>
    <message>
        <source>pop-up</source>
        <translation>ポップアップ</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市場</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Fires</source>
        <translation>発動</translation>
    </message>
    <message>
        <source>Tells by</source>
        <translation>通知方法</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>qob::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>アラート</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>History of alerts</source>
        <translation>アラートの履歴</translation>
    </message>
    <message>
        <source>New alert…</source>
        <translation>新しいアラート…</translation>
    </message>
    <message>
        <source>Change the alert…</source>
        <translation>アラートを変更…</translation>
    </message>
    <message>
        <source>Remove the alert</source>
        <translation>アラートを削除</translation>
    </message>
</context>
<context>
    <name>qob::BalancesModel</name>
    <message>
        <source>Asset</source>
        <translation>資産</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>余力</translation>
    </message>
    <message>
        <source>In orders</source>
        <translation>注文中</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
</context>
<context>
    <name>qob::Blotters</name>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>行を絞り込む</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>約定</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>建玉</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>残高</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>注文</translation>
    </message>
</context>
<context>
    <name>qob::CandleChart</name>
    <message>
        <source>Candles</source>
        <translation>ローソク足</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>バー</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>ライン</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>平均足</translation>
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
        <translation>ボリンジャー</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>出来高</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>デルタ</translation>
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
        <translation>未決済建玉</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 から</translation>
    </message>
</context>
<context>
    <name>qob::CandlesPanel</name>
    <message>
        <source>How candles are drawn</source>
        <translation>ローソク足の描き方</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Choose indicators and their parameters</source>
        <translation>指標とパラメーターを選ぶ</translation>
    </message>
</context>
<context>
    <name>qob::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>コマンドを検索</translation>
    </message>
    <message>
        <source>Command, panel, workspace or market</source>
        <translation>コマンド、パネル、ワークスペース、市場</translation>
    </message>
</context>
<context>
    <name>qob::ConnectDialog</name>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>パスワードをキーチェーンに保存</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>一覧から削除</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>サーバーに接続</translation>
    </message>
    <message>
        <source>A qob server runs the engine, its orders and its accounts; this terminal shows them and trades there. The connection is always encrypted.</source>
        <translation>qob サーバーはエンジンと注文と口座を動かします。この端末はそれらを表示し、そこで取引します。接続は常に暗号化されます。</translation>
    </message>
    <message>
        <source>Saved servers</source>
        <translation>保存したサーバー</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>二要素認証コード</translation>
    </message>
    <message>
        <source>Optional: what you call it</source>
        <translation>任意：呼び名</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>別のサーバー</translation>
    </message>
    <message>
        <source>A user and a password are needed.</source>
        <translation>ユーザーとパスワードが必要です。</translation>
    </message>
    <message>
        <source>Connecting with %1…</source>
        <translation>%1 に接続しています…</translation>
    </message>
    <message>
        <source>Nobody known vouches for the certificate of %1. Its SHA-256 fingerprint is
%2
Compare it with what the server prints when it starts, and trust it only if they are the same.</source>
        <translation>%1 の証明書を保証する既知の機関がありません。SHA-256 フィンガープリントは
%2
サーバーが起動時に表示するものと比べ、同じ場合だけ信頼してください。</translation>
    </message>
    <message>
        <source>They are the same: trust it</source>
        <translation>同じです：信頼する</translation>
    </message>
    <message>
        <source>%1 shows another certificate than before. Somebody may be listening in: nothing was sent.
Known: %2
Shown: %3</source>
        <translation>%1 が以前と異なる証明書を示しました。盗聴の恐れがあります：何も送信していません。
既知: %2
提示: %3</translation>
    </message>
    <message>
        <source>Forget the known certificate</source>
        <translation>既知の証明書を忘れる</translation>
    </message>
    <message>
        <source>It holds for now, but could not be written down.</source>
        <translation>今回は有効ですが、保存できませんでした。</translation>
    </message>
</context>
<context>
    <name>qob::DataTable</name>
    <message>
        <source>Copy the selected rows</source>
        <translation>選択した行をコピー</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>CSV に書き出し…</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSV に書き出し</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 に書き込めません: %2</translation>
    </message>
    <message>
        <source>%1 (asset)</source>
        <translation>%1 (資産)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>並べ替え</translation>
    </message>
</context>
<context>
    <name>qob::DepthChart</name>
    <message>
        <source>Depth chart</source>
        <translation>デプスチャート</translation>
    </message>
    <message>
        <source>All venues together</source>
        <translation>全取引所の合計</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>sizes cannot be compared</source>
        <translation>数量を比較できません</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1（%2 を除く）</translation>
    </message>
</context>
<context>
    <name>qob::DepthSurface</name>
    <message>
        <source>3D depth</source>
        <translation>3D板</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1分</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5分</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15分</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1時間</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>視点を戻す</translation>
    </message>
</context>
<context>
    <name>qob::DrawingTools</name>
    <message>
        <source>Draw lines, levels, rectangles, rulers and notes</source>
        <translation>線、水平線、長方形、ものさし、メモを描く</translation>
    </message>
    <message>
        <source>Text of the drawing</source>
        <translation>描画の文字</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>太さ</translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation>
            <numerusform>%n ピクセル</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>破線</translation>
    </message>
    <message>
        <source>Extend to the left</source>
        <translation>左へ延ばす</translation>
    </message>
    <message>
        <source>Extend to the right</source>
        <translation>右へ延ばす</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>描く</translation>
    </message>
    <message>
        <source>Keep the tool after use</source>
        <translation>使ったあとも道具を持ったままにする</translation>
    </message>
    <message>
        <source>Undo the drawing</source>
        <translation>描画を元に戻す</translation>
    </message>
    <message>
        <source>Redo the drawing</source>
        <translation>描画をやり直す</translation>
    </message>
    <message>
        <source>Delete all drawings of this market</source>
        <translation>この市場の描画をすべて削除</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>横切ったら知らせる</translation>
    </message>
    <message>
        <source>Edit the text…</source>
        <translation>文字を編集…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>In every workspace</source>
        <translation>すべてのワークスペースに表示</translation>
    </message>
</context>
<context>
    <name>qob::Drawings</name>
    <message numerus="yes">
        <source>%n drawing(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n 個の描画を読み込めません。ファイルは %1 として保管しました</numerusform>
        </translation>
    </message>
    <message>
        <source>The drawings cannot be read: %1; kept as %2</source>
        <translation>描画を読み込めません: %1。%2 として保管しました</translation>
    </message>
    <message>
        <source>The drawings cannot be saved: %1: %2</source>
        <translation>描画を保存できません: %1: %2</translation>
    </message>
    <message>
        <source>The drawings cannot be read and are not kept: %1: %2</source>
        <translation>描画を読み込めないため、保存もしません: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::EquityChart</name>
    <message>
        <source>Profit over time</source>
        <translation>損益の推移</translation>
    </message>
    <message>
        <source>Profit %1 %3, largest drawdown %2 %3</source>
        <translation>損益 %1 %3、最大ドローダウン %2 %3</translation>
    </message>
    <message>
        <source>Nothing was traded yet</source>
        <translation>まだ約定がありません</translation>
    </message>
</context>
<context>
    <name>qob::FillSums</name>
    <message>
        <source>Market</source>
        <translation>市場</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>時間帯</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>約定</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>出来高</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>手数料</translation>
    </message>
    <message>
        <source>As maker</source>
        <translation>メイカー比率</translation>
    </message>
    <message>
        <source>As maker (%)</source>
        <translation>メイカー比率 (%)</translation>
    </message>
</context>
<context>
    <name>qob::FillsModel</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市場</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>売買</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>手数料</translation>
    </message>
    <message>
        <source>Liquidity</source>
        <translation>流動性</translation>
    </message>
</context>
<context>
    <name>qob::FiredAlertsModel</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>内容</translation>
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
        <translation>デルタ</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>出来高</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>フットプリント</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>価格別出来高はまだありません</translation>
    </message>
    <message>
        <source>Volume at price since %1, prices rough before %2</source>
        <translation>%1 からの価格別出来高（%2 以前は概算）</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>%1 からの価格別出来高</translation>
    </message>
    <message>
        <source>Delta %</source>
        <translation>デルタ %</translation>
    </message>
    <message>
        <source>Max delta</source>
        <translation>最大デルタ</translation>
    </message>
    <message>
        <source>Min delta</source>
        <translation>最小デルタ</translation>
    </message>
</context>
<context>
    <name>qob::FootprintPanel</name>
    <message>
        <source>Rows: auto</source>
        <translation>行: 自動</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>行: %1</translation>
    </message>
    <message>
        <source>What the cells say</source>
        <translation>セルの表示内容</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>1 行のティック数</translation>
    </message>
    <message>
        <source>Which imbalances are marked</source>
        <translation>強調するインバランス</translation>
    </message>
    <message>
        <source>As many as can be read</source>
        <translation>読める範囲で自動</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n ティック</numerusform>
        </translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>インバランス</translation>
    </message>
    <message>
        <source>Ratio, %</source>
        <translation>比率 %</translation>
    </message>
    <message>
        <source>Least size</source>
        <translation>最小数量</translation>
    </message>
    <message>
        <source>Stacked rows</source>
        <translation>連続行数</translation>
    </message>
</context>
<context>
    <name>qob::FramePlate</name>
    <message>
        <source>Frame costs</source>
        <translation>描画コスト</translation>
    </message>
    <message>
        <source>%1 fps, frame p50 %2, p99 %3</source>
        <translation>%1 fps、フレーム p50 %2、p99 %3</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>パネル</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>回数</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>最大</translation>
    </message>
</context>
<context>
    <name>qob::HeaderBar</name>
    <message>
        <source>Header</source>
        <translation>ヘッダー</translation>
    </message>
    <message>
        <source>Choose a market (Ctrl+M)</source>
        <translation>市場を選ぶ (Ctrl+M)</translation>
    </message>
    <message>
        <source>Last trade</source>
        <translation>直近の約定</translation>
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
        <translation>スプレッド</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全取消</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>No market yet</source>
        <translation>市場がありません</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>取引可</translation>
    </message>
    <message>
        <source>No order can leave. Click to unlock trading (Ctrl+L)</source>
        <translation>注文は送信されません。クリックで解除 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Clicks send orders. Lock (Ctrl+L)</source>
        <translation>クリックで発注されます。ロック (Ctrl+L)</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading; Esc cancels only</source>
        <translation>すべての有効注文を直ちに取り消し、取引をロックします。Esc は取り消しのみ</translation>
    </message>
</context>
<context>
    <name>qob::HeatMap</name>
    <message>
        <source>Heat map</source>
        <translation>ヒートマップ</translation>
    </message>
    <message>
        <source>1 m</source>
        <translation>1分</translation>
    </message>
    <message>
        <source>5 m</source>
        <translation>5分</translation>
    </message>
    <message>
        <source>15 m</source>
        <translation>15分</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1時間</translation>
    </message>
    <message>
        <source>Show %1 of history and follow it</source>
        <translation>%1 の履歴を表示して追従</translation>
    </message>
    <message>
        <source>Colours, contrast and sizes</source>
        <translation>色・コントラスト・数量</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>データなし</translation>
    </message>
    <message>
        <source> · first in queue</source>
        <translation> · 先頭</translation>
    </message>
    <message>
        <source> · %1 ahead</source>
        <translation> · 前に %1</translation>
    </message>
    <message>
        <source> · ≈ %1 ahead</source>
        <translation> · 前に ≈ %1</translation>
    </message>
    <message>
        <source>Heat map settings…</source>
        <translation>ヒートマップの設定…</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>クラシック</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>モノクロ</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>色覚対応</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>色の意味</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>板の数量</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>板の数量（古いほど明るい）</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>追加・取消・約定</translation>
    </message>
    <message>
        <source>Lock contrast</source>
        <translation>コントラスト固定</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>暗く</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>明るく</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n ティック</numerusform>
        </translation>
    </message>
    <message>
        <source>Price rows</source>
        <translation>価格の行</translation>
    </message>
    <message>
        <source>Trade bubbles</source>
        <translation>約定バブル</translation>
    </message>
    <message>
        <source>Best bid and ask lines</source>
        <translation>最良気配の線</translation>
    </message>
    <message>
        <source>Last price line</source>
        <translation>直近価格の線</translation>
    </message>
    <message>
        <source>Session VWAP</source>
        <translation>セッション VWAP</translation>
    </message>
    <message>
        <source>Cumulative volume delta</source>
        <translation>累積出来高デルタ</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>価格帯別出来高</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Of what is shown</source>
        <translation>表示範囲</translation>
    </message>
    <message>
        <source>Of the whole history held</source>
        <translation>全履歴</translation>
    </message>
    <message>
        <source>Naked points of control (15 min)</source>
        <translation>未到達 POC（15 分）</translation>
    </message>
    <message>
        <source>Large lots</source>
        <translation>大口</translation>
    </message>
    <message>
        <source>Back to the market</source>
        <translation>市場に戻る</translation>
    </message>
    <message>
        <source>Centre the price</source>
        <translation>価格を中央に</translation>
    </message>
    <message>
        <source>Follow the price</source>
        <translation>価格に追従</translation>
    </message>
    <message>
        <source>Zoom in on price</source>
        <translation>価格を拡大</translation>
    </message>
    <message>
        <source>Zoom out of price</source>
        <translation>価格を縮小</translation>
    </message>
    <message>
        <source>Zoom in on time</source>
        <translation>時間を拡大</translation>
    </message>
    <message>
        <source>Zoom out of time</source>
        <translation>時間を縮小</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>表示期間</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 分</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 時間</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>市場を待っています</translation>
    </message>
    <message>
        <source>Waiting for history</source>
        <translation>履歴を待っています</translation>
    </message>
    <message>
        <source>Icebergs</source>
        <translation>アイスバーグ</translation>
    </message>
</context>
<context>
    <name>qob::HeatSettings</name>
    <message>
        <source>Restore defaults</source>
        <translation>既定値に戻す</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>クラシック</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>モノクロ</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>色覚対応</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>板の数量</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>板の数量（古いほど明るい）</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>追加・取消・約定</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>色の意味</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>ガンマ</translation>
    </message>
    <message>
        <source>Lower shows more of the small sizes</source>
        <translation>低いほど小さい数量が見えます</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>J darker, K brighter</source>
        <translation>J で暗く、K で明るく</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>コントラスト</translation>
    </message>
    <message>
        <source>Percent of the largest</source>
        <translation>最大に対する割合</translation>
    </message>
    <message>
        <source>Exact size</source>
        <translation>実数量</translation>
    </message>
    <message>
        <source>Cutoffs in</source>
        <translation>しきい値の単位</translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation>非表示の下限</translation>
    </message>
    <message>
        <source>Smaller sizes are not shown</source>
        <translation>これより小さい数量は表示しません</translation>
    </message>
    <message>
        <source>Full colour from</source>
        <translation>最大色の数量</translation>
    </message>
    <message>
        <source>This size and larger ones look alike</source>
        <translation>これ以上の数量は同じ色になります</translation>
    </message>
    <message>
        <source>Lock at what is largest now</source>
        <translation>現在の最大で固定</translation>
    </message>
    <message>
        <source>Colours stay comparable while the map moves</source>
        <translation>表示が動いても色を比較できます</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Prices that are added up in one row</source>
        <translation>1 行にまとめる価格</translation>
    </message>
    <message>
        <source>Ticks a row</source>
        <translation>1 行のティック数</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>約定</translation>
    </message>
    <message>
        <source>Smallest bubble</source>
        <translation>最小バブル</translation>
    </message>
    <message>
        <source>Smaller trades get no bubble</source>
        <translation>これより小さい約定はバブルなし</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Trades this near each other are one bubble at their average price</source>
        <translation>この近さの約定は平均価格で 1 つのバブルにします</translation>
    </message>
    <message>
        <source>Gather over</source>
        <translation>まとめる幅</translation>
    </message>
    <message>
        <source>Large lot from</source>
        <translation>大口の下限</translation>
    </message>
    <message>
        <source>What the marks of large lots and icebergs show</source>
        <translation>大口とアイスバーグの印の対象</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>最大級</translation>
    </message>
</context>
<context>
    <name>qob::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
</context>
<context>
    <name>qob::IndicatorMenu</name>
    <message>
        <source>Standard deviations</source>
        <translation>標準偏差</translation>
    </message>
    <message>
        <source>Fast period</source>
        <translation>短期</translation>
    </message>
    <message>
        <source>Slow period</source>
        <translation>長期</translation>
    </message>
    <message>
        <source>Signal period</source>
        <translation>シグナル</translation>
    </message>
    <message>
        <source>Period, in candles</source>
        <translation>期間（本数）</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>One more of these</source>
        <translation>もう 1 つ追加</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>日次</translation>
    </message>
    <message>
        <source>Begins anew at 00:00 UTC</source>
        <translation>00:00 UTC に再開始</translation>
    </message>
</context>
<context>
    <name>qob::InstrumentsModel</name>
    <message>
        <source>Symbol</source>
        <translation>銘柄</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>取引所</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>現在値</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 時間</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>スプレッド</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>売買代金</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>直近1時間</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>24 h (%)</source>
        <translation>24時間 (%)</translation>
    </message>
</context>
<context>
    <name>qob::IntervalPicker</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1時間</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1日</translation>
    </message>
    <message>
        <source>%1 w</source>
        <translation>%1週</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1月</translation>
    </message>
    <message>
        <source>Candles of %1</source>
        <translation>%1足</translation>
    </message>
    <message>
        <source>All intervals</source>
        <translation>すべての足種</translation>
    </message>
    <message>
        <source>More</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>qob::Ladder</name>
    <message>
        <source>Price ladder</source>
        <translation>板</translation>
    </message>
    <message>
        <source>%1 %2 at %3
%4 left, %5 filled
%6 ahead in the queue
%7
Drag to re-price, x to cancel</source>
        <translation>%3 で%1 %2
残り %4、約定 %5
前の待ち %6
%7
ドラッグで価格変更、x で取消</translation>
    </message>
    <message>
        <source>Centre on the market</source>
        <translation>市場を中央に</translation>
    </message>
    <message>
        <source>Keep the market in the middle</source>
        <translation>市場を常に中央に</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Quick quantity %1</source>
        <translation>クイック数量 %1</translation>
    </message>
    <message>
        <source>The default columns</source>
        <translation>既定の列</translation>
    </message>
    <message>
        <source>Buys</source>
        <translation>買注文</translation>
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
        <translation>売約定</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>買約定</translation>
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
        <translation>売注文</translation>
    </message>
    <message>
        <source>Vol</source>
        <translation>Vol</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>デルタ</translation>
    </message>
    <message>
        <source>Your buy orders, with the size ahead of them in the queue</source>
        <translation>自分の買い注文と前に並ぶ数量</translation>
    </message>
    <message>
        <source>Size bid; a click buys there</source>
        <translation>買い板の数量。クリックで買い</translation>
    </message>
    <message>
        <source>Size added to the bids (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>直近 10 秒に買い板へ追加または取消された数量（約定を除く）</translation>
    </message>
    <message>
        <source>Sold into the bids here in the last half minute</source>
        <translation>直近 30 秒にここで買い板へ売られた数量</translation>
    </message>
    <message>
        <source>Bought from the asks here in the last half minute</source>
        <translation>直近 30 秒にここで売り板から買われた数量</translation>
    </message>
    <message>
        <source>Size added to the asks (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>直近 10 秒に売り板へ追加または取消された数量（約定を除く）</translation>
    </message>
    <message>
        <source>Size offered; a click sells there</source>
        <translation>売り板の数量。クリックで売り</translation>
    </message>
    <message>
        <source>Your sell orders, with the size ahead of them in the queue</source>
        <translation>自分の売り注文と前に並ぶ数量</translation>
    </message>
    <message>
        <source>Traded here since the market is shown</source>
        <translation>表示開始からのここでの約定数量</translation>
    </message>
    <message>
        <source>Bought less sold here since the market is shown</source>
        <translation>表示開始からの買い約定 − 売り約定</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>A click orders %1</source>
        <translation>クリックで %1 を発注</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>行 %1</translation>
    </message>
    <message>
        <source>Draw a level at %1</source>
        <translation>%1 に水平線を引く</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>横切ったら知らせる</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Higher price rows</source>
        <translation>価格の行を広く</translation>
    </message>
    <message>
        <source>Lower price rows</source>
        <translation>価格の行を狭く</translation>
    </message>
</context>
<context>
    <name>qob::LiveDialog</name>
    <message>
        <source>Live markets</source>
        <translation>ライブ市場</translation>
    </message>
    <message>
        <source>Public feeds: no account is needed. Tick the venues and write the symbols as each venue does, with spaces between. Orders are paper.</source>
        <translation>公開フィードなので口座は不要です。取引所にチェックを入れ、各取引所の表記で銘柄を空白区切りで入力してください。注文は模擬です。</translation>
    </message>
    <message>
        <source>Find a venue</source>
        <translation>取引所を検索</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>取引所</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>銘柄</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Its rules are</source>
        <translation>規則の根拠</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>取引所</translation>
    </message>
    <message>
        <source>proven on recordings</source>
        <translation>記録で検証済み</translation>
    </message>
    <message>
        <source>as documented</source>
        <translation>文書に準拠</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s)</source>
        <translation>
            <numerusform>%n 板</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>行を絞り込む</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告とエラー</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>How bad it has to be</source>
        <translation>表示する重大度</translation>
    </message>
</context>
<context>
    <name>qob::MainWindow</name>
    <message>
        <source>The workspace %1 cannot be read: %2</source>
        <translation>ワークスペース %1 を読み込めません: %2</translation>
    </message>
    <message>
        <source>This version has no panel %1: left out</source>
        <translation>このバージョンにパネル %1 はないため省きました</translation>
    </message>
    <message>
        <source>The picture is in the clipboard; save it too?</source>
        <translation>画像はクリップボードにあります。ファイルにも保存しますか？</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>画像 (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1</source>
        <translation>画像を %1 に保存しました</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 に書き込めません</translation>
    </message>
    <message>
        <source>Nothing was imported: %1</source>
        <translation>何も読み込みませんでした: %1</translation>
    </message>
    <message>
        <source>The workspace %1 is here already and was opened as you left it</source>
        <translation>ワークスペース %1 はすでにあるため、前回のまま開きました</translation>
    </message>
</context>
<context>
    <name>qob::MarketBadge</name>
    <message>
        <source>A simulated market: every order is paper</source>
        <translation>シミュレーション市場: 注文はすべて模擬</translation>
    </message>
    <message>
        <source>A recording is played: every order is paper</source>
        <translation>記録の再生: 注文はすべて模擬</translation>
    </message>
    <message>
        <source>A live market; orders are paper</source>
        <translation>ライブ市場。注文は模擬</translation>
    </message>
</context>
<context>
    <name>qob::MarketList</name>
    <message>
        <source>Symbol or venue</source>
        <translation>銘柄または取引所</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>市場を絞り込む</translation>
    </message>
    <message>
        <source>Markets</source>
        <translation>市場</translation>
    </message>
</context>
<context>
    <name>qob::NoticesModel</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
</context>
<context>
    <name>qob::OrderEntry</name>
    <message>
        <source>Trading is locked: nothing was sent. Unlock with the padlock or Ctrl+L.</source>
        <translation>取引がロックされています: 送信しませんでした。錠前か Ctrl+L で解除してください。</translation>
    </message>
    <message>
        <source>The engine is busy: nothing was sent. Try again.</source>
        <translation>エンジンが混雑しています: 送信しませんでした。再試行してください。</translation>
    </message>
    <message>
        <source>The session is closed: nothing was sent.</source>
        <translation>セッションは終了しています: 送信しませんでした。</translation>
    </message>
    <message>
        <source>No market is shown: nothing was sent.</source>
        <translation>市場が表示されていません: 送信しませんでした。</translation>
    </message>
    <message>
        <source>%1: nothing was sent.</source>
        <translation>%1: 送信しませんでした。</translation>
    </message>
    <message>
        <source>The quantity must be between %1 and %2: nothing was sent.</source>
        <translation>数量は %1 から %2 の間にしてください: 送信しませんでした。</translation>
    </message>
    <message>
        <source>The price must be a positive multiple of %1: nothing was sent.</source>
        <translation>価格は %1 の正の倍数にしてください: 送信しませんでした。</translation>
    </message>
    <message>
        <source>The order is no longer working: nothing was sent.</source>
        <translation>注文はもう有効ではありません: 送信しませんでした。</translation>
    </message>
    <message>
        <source>The order is being changed already: nothing was sent.</source>
        <translation>注文はすでに訂正中です: 送信しませんでした。</translation>
    </message>
    <message>
        <source>There is a question to answer first: nothing was sent.</source>
        <translation>先に確認へ答えてください。何も送信していません。</translation>
    </message>
    <message>
        <source>Orders are cancelled; trading is locked: no position was closed.</source>
        <translation>注文は取り消します。取引はロック中のため、ポジションは決済していません。</translation>
    </message>
    <message>
        <source>Some orders still work after five seconds: no position was closed.</source>
        <translation>5秒たっても有効な注文が残っているため、ポジションは決済していません。</translation>
    </message>
    <message>
        <source>The market is no longer shown: nothing was sent.</source>
        <translation>市場はもう表示されていません: 送信しませんでした。</translation>
    </message>
    <message>
        <source>The position is being closed already: nothing was sent.</source>
        <translation>建玉はすでに決済中です: 送信しませんでした。</translation>
    </message>
    <message>
        <source>The position is another one by now: nothing was sent.</source>
        <translation>建玉がその間に変わりました: 送信しませんでした。</translation>
    </message>
</context>
<context>
    <name>qob::OrderQuestion</name>
    <message>
        <source>Send it?</source>
        <translation>送信しますか？</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>送信しない</translation>
    </message>
</context>
<context>
    <name>qob::OrderTicket</name>
    <message>
        <source>Limit</source>
        <translation>指値</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>成行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>逆指値</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>逆指値指値</translation>
    </message>
    <message>
        <source>Trailing stop</source>
        <translation>トレーリングストップ</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>成行残指値</translation>
    </message>
    <message>
        <source>Pegged to the middle</source>
        <translation>仲値ペッグ</translation>
    </message>
    <message>
        <source>Pegged to the best price</source>
        <translation>最良気配ペッグ</translation>
    </message>
    <message>
        <source>There is no price to measure the bracket from</source>
        <translation>ブラケットの起点となる価格がありません</translation>
    </message>
    <message>
        <source>Limit or stop (OCO)</source>
        <translation>指値または逆指値 (OCO)</translation>
    </message>
    <message>
        <source>Until when the order is good is missing</source>
        <translation>注文の有効期限がありません</translation>
    </message>
</context>
<context>
    <name>qob::OrdersModel</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市場</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>売買</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>約定</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>前の待ち</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Answered (s)</source>
        <translation>応答 (秒)</translation>
    </message>
    <message>
        <source>Age (s)</source>
        <translation>経過 (秒)</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>受付済</translation>
    </message>
</context>
<context>
    <name>qob::PanelDock</name>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Link group: panels of one colour show the same instrument</source>
        <translation>リンクグループ: 同じ色のパネルは同じ銘柄を表示</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>パネルメニュー</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>パネルを閉じる</translation>
    </message>
    <message>
        <source>Back into the window</source>
        <translation>ウィンドウに戻す</translation>
    </message>
    <message>
        <source>Into a window of its own</source>
        <translation>別ウィンドウにする</translation>
    </message>
    <message>
        <source>Link group</source>
        <translation>リンクグループ</translation>
    </message>
    <message>
        <source>Picture of the panel…</source>
        <translation>パネルの画像…</translation>
    </message>
    <message>
        <source>Help for this panel</source>
        <translation>このパネルのヘルプ</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading</source>
        <translation>すべての有効注文を直ちに取り消し、取引をロックします</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全取消</translation>
    </message>
</context>
<context>
    <name>qob::PerformancePanel</name>
    <message>
        <source>Settle asset</source>
        <translation>決済資産</translation>
    </message>
    <message>
        <source>By market</source>
        <translation>市場別</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>時間別</translation>
    </message>
</context>
<context>
    <name>qob::PositionsModel</name>
    <message>
        <source>Market</source>
        <translation>市場</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>ネット</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Unrealised</source>
        <translation>評価損益</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>実現損益</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>手数料</translation>
    </message>
</context>
<context>
    <name>qob::PriceChart</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1日 %2時間</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>データなし</translation>
    </message>
    <message>
        <source>O</source>
        <translation>始</translation>
    </message>
    <message>
        <source>H</source>
        <translation>高</translation>
    </message>
    <message>
        <source>L</source>
        <translation>安</translation>
    </message>
    <message>
        <source>C</source>
        <translation>終</translation>
    </message>
    <message>
        <source>V</source>
        <translation>出</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完全</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>市場を待っています</translation>
    </message>
    <message>
        <source>Waiting for the first trade</source>
        <translation>最初の約定を待っています</translation>
    </message>
</context>
<context>
    <name>qob::ProfileChart</name>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>表示範囲</translation>
    </message>
    <message>
        <source>Fixed range</source>
        <translation>固定範囲</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>価格帯別出来高</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>価格別出来高はまだありません</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>%1 からの価格別出来高</translation>
    </message>
    <message>
        <source>%1, prices rough before %2</source>
        <translation>%1（%2 以前は概算）</translation>
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
        <translation>Shift を押しながら範囲をドラッグ</translation>
    </message>
    <message>
        <source>naked POC %1</source>
        <translation>未到達 POC %1</translation>
    </message>
</context>
<context>
    <name>qob::ProfilePanel</name>
    <message>
        <source>How long a session is</source>
        <translation>セッションの長さ</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>1 行のティック数</translation>
    </message>
    <message>
        <source>As many as can be seen</source>
        <translation>見える範囲で自動</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n ティック</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows: auto</source>
        <translation>行: 自動</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>行: %1</translation>
    </message>
</context>
<context>
    <name>qob::RemoteLink</name>
    <message>
        <source>The connection was lost before the server confirmed to cancel all: look at what still works</source>
        <translation>すべて取消をサーバーが確認する前に接続が切れました：有効な注文を確かめてください</translation>
    </message>
    <message>
        <source>The connection was lost before the server confirmed what the market was told to do</source>
        <translation>市場への指示をサーバーが確認する前に接続が切れました</translation>
    </message>
    <message>
        <source>Connected with %1 again after %2 s</source>
        <translation>%2 秒後に %1 へ再接続しました</translation>
    </message>
    <message>
        <source>The connection was lost: %1</source>
        <translation>接続が切れました: %1</translation>
    </message>
</context>
<context>
    <name>qob::ReplayBar</name>
    <message>
        <source>Replay bar</source>
        <translation>リプレイバー</translation>
    </message>
    <message>
        <source>Play or pause (Ctrl+Space)</source>
        <translation>再生または一時停止 (Ctrl+Space)</translation>
    </message>
    <message>
        <source>One step: the next event (Ctrl+.)</source>
        <translation>1 ステップ: 次のイベント (Ctrl+.)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Market time, UTC</source>
        <translation>市場時刻 (UTC)</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>記録内の位置</translation>
    </message>
    <message>
        <source>jump to 14:03:00</source>
        <translation>14:03:00 へ移動</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>時刻へ移動</translation>
    </message>
    <message>
        <source>Expected 14:03, 14:03:27 or 2026-07-14 14:03:27 (UTC)</source>
        <translation>14:03、14:03:27 または 2026-07-14 14:03:27 (UTC) の形で入力</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>記録の再生が終わりました</translation>
    </message>
    <message numerus="yes">
        <source>Rolling the history of %n more market(s)</source>
        <translation>
            <numerusform>あと %n 市場の履歴を読み込み中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::ReplayControl</name>
    <message>
        <source>max</source>
        <translation>最速</translation>
    </message>
    <message>
        <source>The engine is busy. Try again.</source>
        <translation>エンジンが混雑しています。再試行してください。</translation>
    </message>
    <message>
        <source>The session is closed.</source>
        <translation>セッションは終了しています。</translation>
    </message>
    <message>
        <source>This market cannot be moved in time.</source>
        <translation>この市場は時間を移動できません。</translation>
    </message>
</context>
<context>
    <name>qob::Settings</name>
    <message>
        <source>The settings cannot be read and are the default ones now: %1; kept as %2</source>
        <translation>設定を読み込めないため既定値を使います: %1。%2 として保存しました</translation>
    </message>
    <message>
        <source>The settings cannot be saved: %1: %2</source>
        <translation>設定を保存できません: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::SettingsDialog</name>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>For colour-blind eyes</source>
        <translation>色覚対応</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>全体の大きさ</translation>
    </message>
    <message>
        <source>A new size takes effect when the terminal is started again.</source>
        <translation>新しい大きさは次回の起動から有効です。</translation>
    </message>
    <message>
        <source>Trade with single keys, on the panel under the mouse</source>
        <translation>マウス下のパネルで単独キーによる取引を行う</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>The default keys</source>
        <translation>既定のキー</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>取引</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Ask before an order worth more than</source>
        <translation>これより大きい金額の注文は確認する</translation>
    </message>
    <message>
        <source>Ask before a price beyond the market by</source>
        <translation>市場をこれだけ超える価格は確認する</translation>
    </message>
    <message>
        <source>Ask before everything is cancelled and closed</source>
        <translation>すべての取消と決済の前に確認する</translation>
    </message>
    <message>
        <source>Worth is in the quote currency. Cancelling orders is never asked about.</source>
        <translation>金額は建値通貨です。注文の取消は確認しません。</translation>
    </message>
</context>
<context>
    <name>qob::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>REC %L1 MB</source>
        <translation>REC %L1 MB</translation>
    </message>
    <message>
        <source>%1 fps   frame p50 %2   p99 %3</source>
        <translation>%1 fps   フレーム p50 %2   p99 %3</translation>
    </message>
    <message>
        <source>No feed yet</source>
        <translation>フィードなし</translation>
    </message>
    <message>
        <source>Feed latency above the best one seen. The recorder&apos;s clock is behind the venue&apos;s by %1 or more.</source>
        <translation>観測した最小値を上回るフィード遅延。記録側の時計は取引所より %1 以上遅れています。</translation>
    </message>
    <message>
        <source>Feed latency: from the venue&apos;s own time stamp to here</source>
        <translation>フィード遅延: 取引所の時刻印からここまで</translation>
    </message>
    <message>
        <source>%L1 messages   %L2 gaps</source>
        <translation>メッセージ %L1   欠落 %L2</translation>
    </message>
    <message>
        <source>latency %1</source>
        <translation>遅延 %1</translation>
    </message>
    <message>
        <source>Trading locked</source>
        <translation>取引ロック中</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>取引可</translation>
    </message>
    <message>
        <source>A frame&apos;s time: bringing the panels up to date and painting them</source>
        <translation>1 フレームの時間: パネルの更新と描画</translation>
    </message>
    <message>
        <source>%1   round trip %2</source>
        <translation>%1   往復 %2</translation>
    </message>
    <message>
        <source>%1 not connected, trying again</source>
        <translation>%1 未接続、再試行中</translation>
    </message>
    <message>
        <source>%1 disconnected</source>
        <translation>%1 切断</translation>
    </message>
</context>
<context>
    <name>qob::Tape</name>
    <message>
        <source>Time and sales</source>
        <translation>歩み値</translation>
    </message>
    <message>
        <source>Add up what one aggressor takes at a price</source>
        <translation>1 つの注文が同じ価格で取った約定を合算</translation>
    </message>
    <message>
        <source>Leave out small trades</source>
        <translation>小さい約定を省く</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>%1 未満</translation>
    </message>
    <message>
        <source>%1 not shown</source>
        <translation>%1 件非表示</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>%1 newer above</source>
        <translation>上に新着 %1 件</translation>
    </message>
</context>
<context>
    <name>qob::Terminal</name>
    <message>
        <source>The screenshot could not be written to %1</source>
        <translation>画像を %1 に書き込めません</translation>
    </message>
    <message>
        <source>There is no panel &apos;%1&apos;; there are: %2</source>
        <translation>パネル &apos;%1&apos; はありません。使えるもの: %2</translation>
    </message>
    <message>
        <source>There is no workspace &apos;%1&apos;; there are: %2</source>
        <translation>ワークスペース &apos;%1&apos; はありません。使えるもの: %2</translation>
    </message>
    <message>
        <source>Opening the market…</source>
        <translation>市場を開いています…</translation>
    </message>
    <message>
        <source>Still on %1. %2</source>
        <translation>引き続き %1 です。%2</translation>
    </message>
    <message>
        <source>Replay recordings</source>
        <translation>記録を再生</translation>
    </message>
    <message>
        <source>Recordings (*.qh *.gz *.xz *.jsonl *.log);;All files (*)</source>
        <translation>記録 (*.qh *.gz *.xz *.jsonl *.log);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Another terminal has these settings open: what you change in this one is not kept</source>
        <translation>別の端末がこの設定を開いています。ここでの変更は保存されません</translation>
    </message>
    <message>
        <source>No market &apos;%1&apos; is known; another one is shown</source>
        <translation>市場 &apos;%1&apos; は見つかりません。別の市場を表示しています</translation>
    </message>
</context>
<context>
    <name>qob::Ticket</name>
    <message>
        <source>Order ticket</source>
        <translation>注文</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>注文種別</translation>
    </message>
    <message>
        <source>Time in force</source>
        <translation>執行条件</translation>
    </message>
    <message>
        <source>Good till cancelled: stays in the book</source>
        <translation>Good till cancelled: 取消まで板に残る</translation>
    </message>
    <message>
        <source>Until the end of the trading day</source>
        <translation>取引日の終わりまで</translation>
    </message>
    <message>
        <source>Immediate or cancel: what does not fill at once goes</source>
        <translation>Immediate or cancel: 即時に約定しない分は取消</translation>
    </message>
    <message>
        <source>Fill or kill: all at once or nothing</source>
        <translation>Fill or kill: 全量即時約定か不成立</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>逆指値</translation>
    </message>
    <message>
        <source>Trails by</source>
        <translation>トレール幅</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>What the size is counted in</source>
        <translation>数量の単位</translation>
    </message>
    <message>
        <source>Size by quantity, by worth, or by what is lost when the stop loss is hit</source>
        <translation>数量、金額、または損切り時の損失額で指定</translation>
    </message>
    <message>
        <source>Bracket, iceberg, conditions</source>
        <translation>ブラケット・アイスバーグ・条件</translation>
    </message>
    <message>
        <source>Take profit +</source>
        <translation>利確 +</translation>
    </message>
    <message>
        <source>Stop loss −</source>
        <translation>損切り −</translation>
    </message>
    <message>
        <source>Shows only</source>
        <translation>表示数量</translation>
    </message>
    <message>
        <source>Post only</source>
        <translation>Post only</translation>
    </message>
    <message>
        <source>Refused when it would take</source>
        <translation>テイクになる場合は拒否</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>決済のみ</translation>
    </message>
    <message>
        <source>Never more than closes the position</source>
        <translation>建玉を超えて約定しません</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>非表示</translation>
    </message>
    <message>
        <source>Not shown in the book</source>
        <translation>板に表示しません</translation>
    </message>
    <message>
        <source>Notional</source>
        <translation>想定金額</translation>
    </message>
    <message>
        <source>Free to buy</source>
        <translation>買付余力</translation>
    </message>
    <message>
        <source>Free to sell</source>
        <translation>売付余力</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>買</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>売</translation>
    </message>
    <message>
        <source>Trading is locked. Unlock with the padlock or Ctrl+L.</source>
        <translation>取引がロックされています。錠前か Ctrl+L で解除してください。</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>枚</translation>
    </message>
    <message>
        <source>%1 risk</source>
        <translation>%1 リスク</translation>
    </message>
    <message>
        <source>book too thin</source>
        <translation>板が薄すぎます</translation>
    </message>
    <message>
        <source>%L1 bps</source>
        <translation>%L1 bps</translation>
    </message>
    <message>
        <source>Fee, impact</source>
        <translation>手数料・影響</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>証拠金</translation>
    </message>
    <message>
        <source>What is put aside until the order is done</source>
        <translation>注文が終わるまで確保される額</translation>
    </message>
    <message>
        <source>Good till a time, which is asked for</source>
        <translation>指定した時刻まで有効（時刻を入力）</translation>
    </message>
    <message>
        <source>Trails in steps of</source>
        <translation>追従の刻み</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>スライド</translation>
    </message>
    <message>
        <source>Post only: moved to where it does not take</source>
        <translation>ポストオンリー: 約定しない価格へ移します</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>全量のみ</translation>
    </message>
    <message>
        <source>Fills whole or not at all</source>
        <translation>全量で約定するか、まったく約定しません</translation>
    </message>
    <message>
        <source>With connection</source>
        <translation>接続中のみ</translation>
    </message>
    <message>
        <source>Cancelled when the connection with the server is lost</source>
        <translation>サーバーとの接続が失われると取り消されます</translation>
    </message>
    <message>
        <source>Against own orders</source>
        <translation>自分の注文に対して</translation>
    </message>
    <message>
        <source>Where it would trade with another order of this account</source>
        <translation>この口座の別の注文と約定する場合</translation>
    </message>
    <message>
        <source>Own orders: trade</source>
        <translation>自分の注文: 約定する</translation>
    </message>
    <message>
        <source>Own orders: cancel this one</source>
        <translation>自分の注文: この注文を取消</translation>
    </message>
    <message>
        <source>Own orders: cancel the older</source>
        <translation>自分の注文: 古い方を取消</translation>
    </message>
    <message>
        <source>Own orders: cancel both</source>
        <translation>自分の注文: 両方を取消</translation>
    </message>
    <message>
        <source>Own orders: less of both</source>
        <translation>自分の注文: 両方を減らす</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>expected a time to come, as 14:03 or %1</source>
        <translation>14:03 や %1 のような将来の時刻が必要です</translation>
    </message>
    <message>
        <source>Away from it by</source>
        <translation>そこからの差</translation>
    </message>
</context>
<context>
    <name>qob::Tour</name>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>This is the market you look at. Click it, or just type the first letters of another one.</source>
        <translation>表示中の市場です。クリックするか、別の市場の先頭文字を入力してください。</translation>
    </message>
    <message>
        <source>Trading is locked at every start. Unlock it here; “Cancel all” beside it works at any time.</source>
        <translation>取引は起動のたびにロックされます。ここで解除します。隣の「全取消」はいつでも使えます。</translation>
    </message>
    <message>
        <source>A click in the bid column buys there, in the ask column it sells. Drag an order to move it.</source>
        <translation>Bid 列のクリックで買い、Ask 列のクリックで売り。注文はドラッグで動かせます。</translation>
    </message>
    <message>
        <source>Ctrl+K finds everything: commands, panels, workspaces, markets. Panels can be moved, tabbed and popped out by their titles. F1 explains the panel you are in.</source>
        <translation>Ctrl+K でコマンド、パネル、ワークスペース、市場を検索できます。パネルはタイトルをつかんで移動、タブ化、切り離しができます。F1 で今いるパネルの説明が出ます。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Next (%1 of %2)</source>
        <translation>次へ (%1/%2)</translation>
    </message>
</context>
<context>
    <name>qob::VenuesModel</name>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1/%2 ライブ</translation>
    </message>
    <message>
        <source>%1 of %2 live, %3 stale</source>
        <translation>%1/%2 ライブ、停滞 %3</translation>
    </message>
    <message>
        <source>%1 bad of %2</source>
        <translation>不一致 %1/%2</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>取引所</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>板</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>遅延</translation>
    </message>
    <message>
        <source>Two minutes</source>
        <translation>2 分間</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>通知/秒</translation>
    </message>
    <message>
        <source>Trades/s</source>
        <translation>約定/秒</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>欠落</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>チェックサム</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>最終受信</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>再接続</translation>
    </message>
    <message>
        <source>Live books</source>
        <translation>ライブの板</translation>
    </message>
    <message>
        <source>Latency (s)</source>
        <translation>遅延 (秒)</translation>
    </message>
    <message>
        <source>Bad checksums</source>
        <translation>不正なチェックサム</translation>
    </message>
</context>
<context>
    <name>qob::VenuesPanel</name>
    <message>
        <source>Venues</source>
        <translation>取引所</translation>
    </message>
</context>
<context>
    <name>qob::Watchlist</name>
    <message>
        <source>Symbol or venue</source>
        <translation>銘柄または取引所</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>市場を絞り込む</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>スター付きのみ</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>ウォッチリスト</translation>
    </message>
    <message>
        <source>Star, or no star</source>
        <translation>スターを付ける・外す</translation>
    </message>
</context>
<context>
    <name>qob::WindowActions</name>
    <message>
        <source>Find a command…</source>
        <translation>コマンドを検索…</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市場</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>取引</translation>
    </message>
    <message>
        <source>Replay and recording</source>
        <translation>リプレイと記録</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>パネルを追加</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>ワークスペース</translation>
    </message>
    <message>
        <source>Choose a market</source>
        <translation>市場を選ぶ</translation>
    </message>
    <message>
        <source>Simulated market</source>
        <translation>シミュレーション市場</translation>
    </message>
    <message>
        <source>Live markets…</source>
        <translation>ライブ市場…</translation>
    </message>
    <message>
        <source>Replay recordings…</source>
        <translation>記録を再生…</translation>
    </message>
    <message>
        <source>Lock or unlock trading</source>
        <translation>取引のロック・解除</translation>
    </message>
    <message>
        <source>Cancel all orders</source>
        <translation>すべての注文を取消</translation>
    </message>
    <message>
        <source>Trade with single keys</source>
        <translation>単独キーで取引</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>再生または一時停止</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>1 ステップ</translation>
    </message>
    <message>
        <source>Record or stop recording</source>
        <translation>記録の開始・停止</translation>
    </message>
    <message>
        <source>Add a panel: %1</source>
        <translation>パネルを追加: %1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Restore the default of this workspace</source>
        <translation>このワークスペースを既定に戻す</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>ファイルに書き出し…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>ファイルから読み込み…</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>ワークスペース: %1</translation>
    </message>
    <message>
        <source>Picture of the window…</source>
        <translation>ウィンドウの画像…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面</translation>
    </message>
    <message>
        <source>Active panel into a window of its own, or back</source>
        <translation>アクティブなパネルを切り離す・戻す</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>What panels cost a frame</source>
        <translation>パネルごとの描画コスト</translation>
    </message>
    <message>
        <source>Help for the active panel</source>
        <translation>アクティブなパネルのヘルプ</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 を表示</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>ワークスペースを保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Export the workspace</source>
        <translation>ワークスペースを書き出し</translation>
    </message>
    <message>
        <source>Workspaces (*.json)</source>
        <translation>ワークスペース (*.json)</translation>
    </message>
    <message>
        <source>The workspace is in %1</source>
        <translation>ワークスペースを %1 に保存しました</translation>
    </message>
    <message>
        <source>Import a workspace</source>
        <translation>ワークスペースを読み込み</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>サーバーに接続…</translation>
    </message>
    <message>
        <source>There is a workspace %1. Replace it, with its drawings?</source>
        <translation>ワークスペース %1 はすでにあります。描画ごと置き換えますか?</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>速度: %1</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>時刻へ移動</translation>
    </message>
    <message>
        <source>This market has no times to jump to</source>
        <translation>この市場には移動できる時刻がありません</translation>
    </message>
</context>
</TS>

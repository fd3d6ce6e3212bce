<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Alert</name>
    <message>
        <source>Price at or above</source>
        <translation>价格 ≥</translation>
    </message>
    <message>
        <source>Price at or below</source>
        <translation>价格 ≤</translation>
    </message>
    <message>
        <source>Price crosses</source>
        <translation>价格穿越</translation>
    </message>
    <message>
        <source>Spread above (bps)</source>
        <translation>价差 (bps) &gt;</translation>
    </message>
    <message>
        <source>Volume burst of</source>
        <translation>成交量激增</translation>
    </message>
    <message>
        <source>Book imbalance above (%)</source>
        <translation>盘口失衡 (%) &gt;</translation>
    </message>
    <message>
        <source>Price range above (bps)</source>
        <translation>价格振幅 (bps) &gt;</translation>
    </message>
    <message>
        <source>Wall added of</source>
        <translation>大单出现</translation>
    </message>
    <message>
        <source>Wall pulled of</source>
        <translation>大单撤走</translation>
    </message>
    <message>
        <source>Feed not live</source>
        <translation>行情中断</translation>
    </message>
    <message>
        <source>%1: %2 in %3 s</source>
        <translation>%1: %2（%3 秒内）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 traded</source>
        <translation>成交 %1</translation>
    </message>
    <message>
        <source>a range of %L1 bps</source>
        <translation>振幅 %L1 bps</translation>
    </message>
    <message>
        <source>traded at %1</source>
        <translation>成交于 %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%2 处有%1</translation>
    </message>
    <message>
        <source>a bid</source>
        <translation>买单</translation>
    </message>
    <message>
        <source>an offer</source>
        <translation>卖单</translation>
    </message>
    <message>
        <source>a spread of %L1 bps</source>
        <translation>价差 %L1 bps</translation>
    </message>
    <message>
        <source>%1 on one side</source>
        <translation>一侧占 %1</translation>
    </message>
    <message>
        <source>%1 entered or left</source>
        <translation>%1 进入或离开</translation>
    </message>
    <message>
        <source>%1 crossed</source>
        <translation>%1 被穿越</translation>
    </message>
    <message>
        <source>Drawing crossed</source>
        <translation>穿越绘图</translation>
    </message>
    <message>
        <source>Position larger than</source>
        <translation>持仓大于</translation>
    </message>
    <message>
        <source>Loss of the position above</source>
        <translation>持仓亏损高于</translation>
    </message>
    <message>
        <source>Loss of all positions above</source>
        <translation>全部持仓亏损高于</translation>
    </message>
    <message>
        <source>a position of %1</source>
        <translation>持仓 %1</translation>
    </message>
    <message>
        <source>a loss of %1 %2</source>
        <translation>亏损 %1 %2</translation>
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
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 ticks</source>
        <translation>%1 个最小价位</translation>
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
        <translation>趋势线</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>射线</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>水平线</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>标尺</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>青色</translation>
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
        <translation>此处需要数字，但为空</translation>
    </message>
    <message>
        <source>This is not a decimal number</source>
        <translation>这不是十进制数</translation>
    </message>
    <message>
        <source>The number has more decimals than fit here</source>
        <translation>小数位数过多</translation>
    </message>
    <message>
        <source>The number is too large</source>
        <translation>数字过大</translation>
    </message>
    <message>
        <source>The configuration file cannot be read</source>
        <translation>无法读取配置文件</translation>
    </message>
    <message>
        <source>The configuration file is not valid TOML</source>
        <translation>配置文件不是有效的 TOML</translation>
    </message>
    <message>
        <source>There is no such setting</source>
        <translation>没有这个设置</translation>
    </message>
    <message>
        <source>The setting cannot take this value</source>
        <translation>设置不能取这个值</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>The file ends too early</source>
        <translation>文件提前结束</translation>
    </message>
    <message>
        <source>The file is in no known capture format</source>
        <translation>未知的录制文件格式</translation>
    </message>
    <message>
        <source>The message is not valid JSON</source>
        <translation>消息不是有效的 JSON</translation>
    </message>
    <message>
        <source>The message lacks a field it must have</source>
        <translation>消息缺少必填字段</translation>
    </message>
    <message>
        <source>The frame cannot be unpacked</source>
        <translation>无法解开数据帧</translation>
    </message>
    <message>
        <source>Messages are missing from the feed</source>
        <translation>行情消息有缺失</translation>
    </message>
    <message>
        <source>No snapshot of the book has been seen yet</source>
        <translation>尚未收到盘口快照</translation>
    </message>
    <message>
        <source>The book is crossed</source>
        <translation>盘口买卖价倒挂</translation>
    </message>
    <message>
        <source>The book&apos;s checksum is not the venue&apos;s</source>
        <translation>盘口校验和与交易所不符</translation>
    </message>
    <message>
        <source>This venue is not supported</source>
        <translation>不支持该交易所</translation>
    </message>
    <message>
        <source>The instrument&apos;s definition is invalid</source>
        <translation>合约定义无效</translation>
    </message>
    <message>
        <source>The venue lists the instrument as halted, delisted or expired</source>
        <translation>交易所显示该合约已停牌、下架或到期</translation>
    </message>
    <message>
        <source>There is no such instrument</source>
        <translation>没有这个合约</translation>
    </message>
    <message>
        <source>This ClOrdID was used for another order</source>
        <translation>该 ClOrdID 已用于另一笔委托</translation>
    </message>
    <message>
        <source>The ClOrdID is empty or too long</source>
        <translation>ClOrdID 为空或过长</translation>
    </message>
    <message>
        <source>The price must be greater than zero</source>
        <translation>价格必须大于零</translation>
    </message>
    <message>
        <source>The price is not a multiple of the tick size</source>
        <translation>价格不是最小变动价位的整数倍</translation>
    </message>
    <message>
        <source>The quantity must be greater than zero</source>
        <translation>数量必须大于零</translation>
    </message>
    <message>
        <source>The quantity is not a multiple of the lot size</source>
        <translation>数量不是最小交易单位的整数倍</translation>
    </message>
    <message>
        <source>The order&apos;s value is below the minimum</source>
        <translation>委托金额低于最小值</translation>
    </message>
    <message>
        <source>The order is larger than the maximum</source>
        <translation>委托超过最大值</translation>
    </message>
    <message>
        <source>The free balance does not cover the order</source>
        <translation>可用余额不足</translation>
    </message>
    <message>
        <source>There is no such working order</source>
        <translation>没有这笔挂单</translation>
    </message>
    <message>
        <source>The order is already done</source>
        <translation>委托已结束</translation>
    </message>
    <message>
        <source>The market&apos;s book is not live</source>
        <translation>该市场盘口非实时</translation>
    </message>
    <message>
        <source>The order belongs to somebody else</source>
        <translation>该委托属于他人</translation>
    </message>
    <message>
        <source>This order type is not supported here</source>
        <translation>此处不支持该委托类型</translation>
    </message>
    <message>
        <source>There is nothing on the other side to trade with</source>
        <translation>对手方没有可成交的量</translation>
    </message>
    <message>
        <source>An order with this OrderID is working</source>
        <translation>该 OrderID 的委托仍有效</translation>
    </message>
    <message>
        <source>The book has no room for another order</source>
        <translation>盘口无法再容纳委托</translation>
    </message>
    <message>
        <source>The order&apos;s type, time in force and instructions do not go together</source>
        <translation>委托类型、有效期与指令不相容</translation>
    </message>
    <message>
        <source>The stop price or the trailing offset is not valid</source>
        <translation>止损价或跟踪距离无效</translation>
    </message>
    <message>
        <source>The display quantity is not valid</source>
        <translation>显示数量无效</translation>
    </message>
    <message>
        <source>The price is outside the price band</source>
        <translation>价格超出价格区间</translation>
    </message>
    <message>
        <source>The market does not take such an order now</source>
        <translation>市场目前不接受此类委托</translation>
    </message>
    <message>
        <source>Nothing was traded yet that the order could follow</source>
        <translation>尚无可供委托跟随的成交</translation>
    </message>
    <message>
        <source>There is no position that the order could reduce</source>
        <translation>没有可减的持仓</translation>
    </message>
    <message>
        <source>The order must not take, and would trade at this price</source>
        <translation>委托不得吃单，而此价会成交</translation>
    </message>
    <message>
        <source>The order could not be filled whole and was not filled</source>
        <translation>无法全部成交，故未成交</translation>
    </message>
    <message>
        <source>The order would have traded with its own owner</source>
        <translation>委托会与自己成交</translation>
    </message>
    <message>
        <source>The order&apos;s time has passed</source>
        <translation>委托已过有效期</translation>
    </message>
    <message>
        <source>The trading day has ended</source>
        <translation>交易日已结束</translation>
    </message>
    <message>
        <source>The order it is linked to is done</source>
        <translation>关联委托已结束</translation>
    </message>
    <message>
        <source>Another order of the list is not valid</source>
        <translation>列表中另一笔委托无效</translation>
    </message>
    <message>
        <source>Trading of this account is stopped</source>
        <translation>该账户已停止交易</translation>
    </message>
    <message>
        <source>There is no such account</source>
        <translation>没有这个账户</translation>
    </message>
    <message>
        <source>The session is closed</source>
        <translation>会话已关闭</translation>
    </message>
    <message>
        <source>This market has no past to move to</source>
        <translation>该市场没有可回看的历史</translation>
    </message>
    <message>
        <source>The time is outside the recording</source>
        <translation>时间超出录制范围</translation>
    </message>
    <message>
        <source>There is no such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>Another program writes to this directory</source>
        <translation>另一程序正在写入此文件夹</translation>
    </message>
    <message>
        <source>The journal is damaged</source>
        <translation>日志已损坏</translation>
    </message>
    <message>
        <source>Records are missing from the journal</source>
        <translation>日志缺少记录</translation>
    </message>
    <message>
        <source>It is not known up to where the journal was written safely</source>
        <translation>无法确定日志安全写到何处</translation>
    </message>
    <message>
        <source>The file was written by another version of the program</source>
        <translation>文件由另一版本的程序写成</translation>
    </message>
    <message>
        <source>There is no space left for the journal</source>
        <translation>日志没有剩余空间</translation>
    </message>
    <message>
        <source>The journal&apos;s disk has failed</source>
        <translation>日志所在磁盘故障</translation>
    </message>
    <message>
        <source>The record is too large for the journal</source>
        <translation>记录对日志来说过大</translation>
    </message>
    <message>
        <source>The journal cannot have these settings</source>
        <translation>日志不能使用这些设置</translation>
    </message>
    <message>
        <source>The snapshot is damaged</source>
        <translation>快照已损坏</translation>
    </message>
    <message>
        <source>The snapshot is not of this journal</source>
        <translation>快照不属于此日志</translation>
    </message>
    <message>
        <source>The recorded history is damaged</source>
        <translation>录制的历史已损坏</translation>
    </message>
    <message>
        <source>The history was written by another version of the program</source>
        <translation>历史由另一版本的程序写成</translation>
    </message>
    <message>
        <source>A part of the market was not recorded</source>
        <translation>部分行情未被录制</translation>
    </message>
    <message>
        <source>The market is faster than it can be recorded</source>
        <translation>行情过快，来不及录制</translation>
    </message>
    <message>
        <source>This is older than what is recorded already</source>
        <translation>早于已录制的内容</translation>
    </message>
    <message>
        <source>There is no space left to record on</source>
        <translation>没有剩余空间可供录制</translation>
    </message>
    <message>
        <source>The disk that is recorded on has failed</source>
        <translation>录制所在磁盘故障</translation>
    </message>
    <message>
        <source>This is not a usable address</source>
        <translation>地址不可用</translation>
    </message>
    <message>
        <source>The host&apos;s name could not be looked up</source>
        <translation>无法解析主机名</translation>
    </message>
    <message>
        <source>There is no connection to the host</source>
        <translation>无法连接主机</translation>
    </message>
    <message>
        <source>The host could not be proven to be who it says it is</source>
        <translation>无法证明主机身份</translation>
    </message>
    <message>
        <source>The server refused the stream</source>
        <translation>服务器拒绝了数据流</translation>
    </message>
    <message>
        <source>The other side is silent</source>
        <translation>对方没有响应</translation>
    </message>
    <message>
        <source>The connection ended</source>
        <translation>连接已结束</translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation>服务器拒绝了请求</translation>
    </message>
    <message>
        <source>Data comes faster than it can be read</source>
        <translation>数据到达过快，来不及读取</translation>
    </message>
    <message>
        <source>Nobody is logged in</source>
        <translation>尚未登录</translation>
    </message>
    <message>
        <source>The name or the password is wrong</source>
        <translation>用户名或密码错误</translation>
    </message>
    <message>
        <source>The token is not one of ours</source>
        <translation>令牌不是本方签发</translation>
    </message>
    <message>
        <source>The token is no longer valid</source>
        <translation>令牌已失效</translation>
    </message>
    <message>
        <source>The session or key was withdrawn</source>
        <translation>会话或密钥已被撤销</translation>
    </message>
    <message>
        <source>The code of the second factor is needed</source>
        <translation>需要双重验证码</translation>
    </message>
    <message>
        <source>The code of the second factor is wrong</source>
        <translation>双重验证码错误</translation>
    </message>
    <message>
        <source>There were too many wrong tries; wait before the next one</source>
        <translation>错误次数过多，请稍后再试</translation>
    </message>
    <message>
        <source>This user may not do that</source>
        <translation>该用户无权执行</translation>
    </message>
    <message>
        <source>The key may not be used from this address</source>
        <translation>不能从此地址使用密钥</translation>
    </message>
    <message>
        <source>The signature is not that of this request</source>
        <translation>签名不属于此请求</translation>
    </message>
    <message>
        <source>The request&apos;s time is too far from the server&apos;s</source>
        <translation>请求时间与服务器相差过大</translation>
    </message>
    <message>
        <source>The request was sent before</source>
        <translation>该请求此前已发送</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>没有这个密钥</translation>
    </message>
    <message>
        <source>The password is too easy to guess</source>
        <translation>密码过于简单</translation>
    </message>
    <message>
        <source>Another user has this name</source>
        <translation>用户名已被占用</translation>
    </message>
    <message>
        <source>This cannot be a user&apos;s name</source>
        <translation>不能用作用户名</translation>
    </message>
    <message>
        <source>There is no such user</source>
        <translation>没有这个用户</translation>
    </message>
    <message>
        <source>The login provider did not confirm who this is</source>
        <translation>登录服务未确认身份</translation>
    </message>
    <message>
        <source>New users are made by an administrator only</source>
        <translation>只有管理员能新建用户</translation>
    </message>
    <message>
        <source>The key that protects secrets cannot be had</source>
        <translation>无法取得保护机密的密钥</translation>
    </message>
    <message>
        <source>A protected secret was changed or is under another key</source>
        <translation>受保护的机密被改动或属于另一密钥</translation>
    </message>
    <message>
        <source>A cryptographic operation failed</source>
        <translation>加密操作失败</translation>
    </message>
    <message>
        <source>The audit trail was changed</source>
        <translation>审计记录被改动</translation>
    </message>
    <message>
        <source>The request cannot be understood</source>
        <translation>无法理解请求</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>此地址没有内容</translation>
    </message>
    <message>
        <source>This address does not take that method</source>
        <translation>此地址不接受该方法</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>请求过大</translation>
    </message>
    <message>
        <source>The request did not arrive in time</source>
        <translation>请求未及时到达</translation>
    </message>
    <message>
        <source>There were too many requests; wait before the next one</source>
        <translation>请求过多，请稍后再试</translation>
    </message>
    <message>
        <source>A parameter is missing</source>
        <translation>缺少参数</translation>
    </message>
    <message>
        <source>A parameter cannot take this value</source>
        <translation>参数不能取这个值</translation>
    </message>
    <message>
        <source>The body is of a kind that is not read here</source>
        <translation>此处不读取该类型的内容</translation>
    </message>
    <message>
        <source>The engine has no room for the request; try again</source>
        <translation>引擎繁忙，请重试</translation>
    </message>
    <message>
        <source>This version cannot do that yet</source>
        <translation>此版本尚不支持</translation>
    </message>
    <message>
        <source>This does not go together with what is there</source>
        <translation>与已有内容冲突</translation>
    </message>
    <message>
        <source>There is no such stream</source>
        <translation>没有这个数据流</translation>
    </message>
    <message>
        <source>The connection has too many streams</source>
        <translation>连接的数据流过多</translation>
    </message>
    <message>
        <source>The connection reads too slowly</source>
        <translation>连接读取过慢</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>无法连接数据库</translation>
    </message>
    <message>
        <source>The database refused the operation</source>
        <translation>数据库拒绝了操作</translation>
    </message>
    <message>
        <source>The database was made by another version of the program</source>
        <translation>数据库由另一版本的程序建立</translation>
    </message>
    <message>
        <source>There is no such record</source>
        <translation>没有这条记录</translation>
    </message>
    <message>
        <source>There is such a record already</source>
        <translation>记录已存在</translation>
    </message>
    <message>
        <source>The backup is damaged</source>
        <translation>备份已损坏</translation>
    </message>
</context>
<context>
    <name>HeatOverlays</name>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>5 min and older</source>
        <translation>5 分钟以上</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>撤走</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>成交</translation>
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
        <translation>未触及 POC</translation>
    </message>
    <message>
        <source>Cumulative delta</source>
        <translation>累积 Delta</translation>
    </message>
    <message>
        <source>≈ iceberg</source>
        <translation>≈ 冰山</translation>
    </message>
    <message>
        <source>VWAP since %1</source>
        <translation>VWAP 自 %1</translation>
    </message>
    <message>
        <source>iceberg</source>
        <translation>冰山</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Buy at the bid</source>
        <translation>挂买一买入</translation>
    </message>
    <message>
        <source>Sell at the ask</source>
        <translation>挂卖一卖出</translation>
    </message>
    <message>
        <source>Take the ask</source>
        <translation>吃卖一</translation>
    </message>
    <message>
        <source>Take the bid</source>
        <translation>吃买一</translation>
    </message>
    <message>
        <source>Buy at market</source>
        <translation>市价买入</translation>
    </message>
    <message>
        <source>Sell at market</source>
        <translation>市价卖出</translation>
    </message>
    <message>
        <source>Cancel the orders of this market</source>
        <translation>撤销此市场的委托</translation>
    </message>
    <message>
        <source>Cancel the stops of this market</source>
        <translation>撤销此市场的止损单</translation>
    </message>
    <message>
        <source>Close the position</source>
        <translation>平仓</translation>
    </message>
    <message>
        <source>Reverse the position</source>
        <translation>反手</translation>
    </message>
    <message>
        <source>Cancel and close everything</source>
        <translation>全部撤单并平仓</translation>
    </message>
</context>
<context>
    <name>OrderGuard</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1，价格 %2</translation>
    </message>
    <message>
        <source>It is worth %1 %2.</source>
        <translation>价值 %1 %2。</translation>
    </message>
    <message>
        <source>Its price is %1 beyond the best of the other side.</source>
        <translation>价格超出对手方最优价 %1。</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Heat map</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>盘口</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>K线</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>足迹图</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>成交量分布</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Time and sales</source>
        <translation>逐笔成交</translation>
    </message>
    <message>
        <source>Order ticket</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>自选</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>交易所</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>绩效</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>3D depth</source>
        <translation>3D 深度</translation>
    </message>
</context>
<context>
    <name>QuickTrade</name>
    <message>
        <source>Cancel every order and close every position?</source>
        <translation>撤销所有订单并平掉所有持仓？</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Scalping</source>
        <translation>剥头皮</translation>
    </message>
    <message>
        <source>Order flow</source>
        <translation>订单流</translation>
    </message>
    <message>
        <source>Multi-venue</source>
        <translation>多交易所</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>投资组合</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1: %2</translation>
    </message>
</context>
<context>
    <name>qob</name>
    <message>
        <source>Buy</source>
        <translation>买</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>卖</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市价</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限价</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>止损</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>止损限价</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>市价转限价</translation>
    </message>
    <message>
        <source>Pegged</source>
        <translation>盯价</translation>
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
        <translation>开盘</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>收盘</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>挂单中</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>部分成交</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>已成交</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已撤</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>撤单中</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>改单中</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Taker</source>
        <translation>吃单</translation>
    </message>
    <message>
        <source>Awaiting snapshot</source>
        <translation>等待快照</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>SIM</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>LIVE · PAPER</source>
        <translation>实时 · 模拟盘</translation>
    </message>
    <message>
        <source>Waiting for the venue&apos;s book</source>
        <translation>等待交易所盘口</translation>
    </message>
    <message>
        <source>Stale book. %1</source>
        <translation>盘口过期。%1</translation>
    </message>
    <message>
        <source>Stale book: not the venue&apos;s any more</source>
        <translation>盘口过期: 与交易所不一致</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>录制已播完</translation>
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
        <translation>提醒</translation>
    </message>
    <message>
        <source>The webhook of an alert failed: %1</source>
        <translation>提醒的 Webhook 失败: %1</translation>
    </message>
</context>
<context>
    <name>qob::AlertDialog</name>
    <message>
        <source>Each time it becomes true, not only once</source>
        <translation>每次成立都提醒，而非仅一次</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>弹窗</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>新建提醒</translation>
    </message>
    <message>
        <source>Change the alert</source>
        <translation>修改提醒</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>When</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Tell by</source>
        <translation>提醒方式</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The webhook is not an http or https address</source>
        <translation>Webhook 不是 http 或 https 地址</translation>
    </message>
    <message>
        <source>This market has no such value</source>
        <translation>该市场没有这个数值</translation>
    </message>
</context>
<context>
    <name>qob::Alerts</name>
    <message>
        <source>The alerts cannot be read: %1; kept as %2</source>
        <translation>无法读取提醒: %1；已存为 %2</translation>
    </message>
    <message>
        <source>The alerts cannot be saved: %1: %2</source>
        <translation>无法保存提醒: %1: %2</translation>
    </message>
    <message>
        <source>The alerts cannot be read and are not kept: %1: %2</source>
        <translation>无法读取提醒，因此也不保存：%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n 个提醒无法读取；文件已保存为 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::AlertsModel</name>
    <message>
        <source>Each time</source>
        <translation>每次</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>pop-up</source>
        <translation>弹窗</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Fires</source>
        <translation>触发</translation>
    </message>
    <message>
        <source>Tells by</source>
        <translation>提醒方式</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>qob::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>History of alerts</source>
        <translation>提醒历史</translation>
    </message>
    <message>
        <source>New alert…</source>
        <translation>新建提醒…</translation>
    </message>
    <message>
        <source>Change the alert…</source>
        <translation>修改提醒…</translation>
    </message>
    <message>
        <source>Remove the alert</source>
        <translation>删除提醒</translation>
    </message>
</context>
<context>
    <name>qob::BalancesModel</name>
    <message>
        <source>Asset</source>
        <translation>资产</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>In orders</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>qob::Blotters</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>持仓</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>委托</translation>
    </message>
</context>
<context>
    <name>qob::CandleChart</name>
    <message>
        <source>Candles</source>
        <translation>K线</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>美国线</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>平均K线</translation>
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
        <translation>布林带</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>成交量</translation>
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
        <translation>持仓量</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
</context>
<context>
    <name>qob::CandlesPanel</name>
    <message>
        <source>How candles are drawn</source>
        <translation>K线样式</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Choose indicators and their parameters</source>
        <translation>选择指标及参数</translation>
    </message>
</context>
<context>
    <name>qob::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Command, panel, workspace or market</source>
        <translation>命令、面板、工作区或市场</translation>
    </message>
</context>
<context>
    <name>qob::ConnectDialog</name>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>将密码保存在密钥环中</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>连接到服务器</translation>
    </message>
    <message>
        <source>A qob server runs the engine, its orders and its accounts; this terminal shows them and trades there. The connection is always encrypted.</source>
        <translation>qob 服务器运行引擎、订单和账户；此终端显示它们并在那里交易。连接始终加密。</translation>
    </message>
    <message>
        <source>Saved servers</source>
        <translation>已保存的服务器</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>第二因素验证码</translation>
    </message>
    <message>
        <source>Optional: what you call it</source>
        <translation>可选：您对它的称呼</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>其他服务器</translation>
    </message>
    <message>
        <source>A user and a password are needed.</source>
        <translation>需要用户名和密码。</translation>
    </message>
    <message>
        <source>Connecting with %1…</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message>
        <source>Nobody known vouches for the certificate of %1. Its SHA-256 fingerprint is
%2
Compare it with what the server prints when it starts, and trust it only if they are the same.</source>
        <translation>没有已知机构为 %1 的证书担保。其 SHA-256 指纹为
%2
请与服务器启动时打印的指纹比较，仅在相同时信任。</translation>
    </message>
    <message>
        <source>They are the same: trust it</source>
        <translation>相同：信任</translation>
    </message>
    <message>
        <source>%1 shows another certificate than before. Somebody may be listening in: nothing was sent.
Known: %2
Shown: %3</source>
        <translation>%1 出示的证书与以前不同。可能有人在窃听：没有发送任何内容。
已知：%2
出示：%3</translation>
    </message>
    <message>
        <source>Forget the known certificate</source>
        <translation>忘记已知的证书</translation>
    </message>
    <message>
        <source>It holds for now, but could not be written down.</source>
        <translation>目前有效，但无法保存。</translation>
    </message>
</context>
<context>
    <name>qob::DataTable</name>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>导出为 CSV…</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1: %2</translation>
    </message>
    <message>
        <source>%1 (asset)</source>
        <translation>%1 (资产)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
</context>
<context>
    <name>qob::DepthChart</name>
    <message>
        <source>Depth chart</source>
        <translation>深度图</translation>
    </message>
    <message>
        <source>All venues together</source>
        <translation>全部交易所合并</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>sizes cannot be compared</source>
        <translation>数量无法比较</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1（不含 %2）</translation>
    </message>
</context>
<context>
    <name>qob::DepthSurface</name>
    <message>
        <source>3D depth</source>
        <translation>3D 深度</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>恢复视角</translation>
    </message>
</context>
<context>
    <name>qob::DrawingTools</name>
    <message>
        <source>Draw lines, levels, rectangles, rulers and notes</source>
        <translation>绘制线、水平线、矩形、标尺和笔记</translation>
    </message>
    <message>
        <source>Text of the drawing</source>
        <translation>绘图的文字</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>粗细</translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation>
            <numerusform>%n 像素</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>Extend to the left</source>
        <translation>向左延长</translation>
    </message>
    <message>
        <source>Extend to the right</source>
        <translation>向右延长</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘图</translation>
    </message>
    <message>
        <source>Keep the tool after use</source>
        <translation>使用后保留工具</translation>
    </message>
    <message>
        <source>Undo the drawing</source>
        <translation>撤销绘图</translation>
    </message>
    <message>
        <source>Redo the drawing</source>
        <translation>重做绘图</translation>
    </message>
    <message>
        <source>Delete all drawings of this market</source>
        <translation>删除此市场的全部绘图</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>穿越时提醒</translation>
    </message>
    <message>
        <source>Edit the text…</source>
        <translation>编辑文字…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>In every workspace</source>
        <translation>在所有工作区显示</translation>
    </message>
</context>
<context>
    <name>qob::Drawings</name>
    <message numerus="yes">
        <source>%n drawing(s) cannot be read; the file is kept as %1</source>
        <translation>
            <numerusform>%n 个绘图无法读取；文件已保存为 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The drawings cannot be read: %1; kept as %2</source>
        <translation>无法读取绘图：%1；已保存为 %2</translation>
    </message>
    <message>
        <source>The drawings cannot be saved: %1: %2</source>
        <translation>无法保存绘图：%1：%2</translation>
    </message>
    <message>
        <source>The drawings cannot be read and are not kept: %1: %2</source>
        <translation>无法读取绘图，因此也不保存：%1：%2</translation>
    </message>
</context>
<context>
    <name>qob::EquityChart</name>
    <message>
        <source>Profit over time</source>
        <translation>盈亏走势</translation>
    </message>
    <message>
        <source>Profit %1 %3, largest drawdown %2 %3</source>
        <translation>盈亏 %1 %3，最大回撤 %2 %3</translation>
    </message>
    <message>
        <source>Nothing was traded yet</source>
        <translation>尚无成交</translation>
    </message>
</context>
<context>
    <name>qob::FillSums</name>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>成交量</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>As maker</source>
        <translation>挂单占比</translation>
    </message>
    <message>
        <source>As maker (%)</source>
        <translation>挂单占比 (%)</translation>
    </message>
</context>
<context>
    <name>qob::FillsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>Liquidity</source>
        <translation>流动性</translation>
    </message>
</context>
<context>
    <name>qob::FiredAlertsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
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
        <translation>买 × 卖</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>成交量</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>足迹图</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>尚无分价成交量</translation>
    </message>
    <message>
        <source>Volume at price since %1, prices rough before %2</source>
        <translation>自 %1 的分价成交量（%2 之前为近似）</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>自 %1 的分价成交量</translation>
    </message>
    <message>
        <source>Delta %</source>
        <translation>Delta %</translation>
    </message>
    <message>
        <source>Max delta</source>
        <translation>最大 Delta</translation>
    </message>
    <message>
        <source>Min delta</source>
        <translation>最小 Delta</translation>
    </message>
</context>
<context>
    <name>qob::FootprintPanel</name>
    <message>
        <source>Rows: auto</source>
        <translation>行: 自动</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>行: %1</translation>
    </message>
    <message>
        <source>What the cells say</source>
        <translation>单元格内容</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>每行跳数</translation>
    </message>
    <message>
        <source>Which imbalances are marked</source>
        <translation>标记哪些失衡</translation>
    </message>
    <message>
        <source>As many as can be read</source>
        <translation>以可读为限</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n 跳</numerusform>
        </translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>失衡</translation>
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
        <translation>连续行数</translation>
    </message>
</context>
<context>
    <name>qob::FramePlate</name>
    <message>
        <source>Frame costs</source>
        <translation>帧开销</translation>
    </message>
    <message>
        <source>%1 fps, frame p50 %2, p99 %3</source>
        <translation>%1 fps，帧 p50 %2，p99 %3</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>最差</translation>
    </message>
</context>
<context>
    <name>qob::HeaderBar</name>
    <message>
        <source>Header</source>
        <translation>顶栏</translation>
    </message>
    <message>
        <source>Choose a market (Ctrl+M)</source>
        <translation>选择市场 (Ctrl+M)</translation>
    </message>
    <message>
        <source>Last trade</source>
        <translation>最新成交</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>买价</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>卖价</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>价差</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部撤单</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>No market yet</source>
        <translation>尚无市场</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>可交易</translation>
    </message>
    <message>
        <source>No order can leave. Click to unlock trading (Ctrl+L)</source>
        <translation>委托不会发出。点击解锁交易 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Clicks send orders. Lock (Ctrl+L)</source>
        <translation>点击会发出委托。锁定 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading; Esc cancels only</source>
        <translation>立即撤销所有挂单并锁定交易;Esc 仅撤单</translation>
    </message>
</context>
<context>
    <name>qob::HeatMap</name>
    <message>
        <source>Heat map</source>
        <translation>热力图</translation>
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
        <translation>1时</translation>
    </message>
    <message>
        <source>Show %1 of history and follow it</source>
        <translation>显示 %1 历史并跟随</translation>
    </message>
    <message>
        <source>Colours, contrast and sizes</source>
        <translation>颜色、对比度与数量</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source> · first in queue</source>
        <translation> · 排在最前</translation>
    </message>
    <message>
        <source> · %1 ahead</source>
        <translation> · 前方 %1</translation>
    </message>
    <message>
        <source> · ≈ %1 ahead</source>
        <translation> · 前方 ≈ %1</translation>
    </message>
    <message>
        <source>Heat map settings…</source>
        <translation>热力图设置…</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>经典</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>单色</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>色盲友好</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>颜色表示</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>挂单量</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>挂单量，越久越亮</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>新增、撤走、成交</translation>
    </message>
    <message>
        <source>Lock contrast</source>
        <translation>锁定对比度</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>更暗</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>更亮</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n 跳</numerusform>
        </translation>
    </message>
    <message>
        <source>Price rows</source>
        <translation>价格行</translation>
    </message>
    <message>
        <source>Trade bubbles</source>
        <translation>成交气泡</translation>
    </message>
    <message>
        <source>Best bid and ask lines</source>
        <translation>最优买卖价线</translation>
    </message>
    <message>
        <source>Last price line</source>
        <translation>最新价线</translation>
    </message>
    <message>
        <source>Session VWAP</source>
        <translation>当日 VWAP</translation>
    </message>
    <message>
        <source>Cumulative volume delta</source>
        <translation>累积成交量 Delta</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>成交量分布</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Of what is shown</source>
        <translation>所示范围</translation>
    </message>
    <message>
        <source>Of the whole history held</source>
        <translation>全部历史</translation>
    </message>
    <message>
        <source>Naked points of control (15 min)</source>
        <translation>未触及 POC（15 分钟）</translation>
    </message>
    <message>
        <source>Large lots</source>
        <translation>大单</translation>
    </message>
    <message>
        <source>Back to the market</source>
        <translation>回到市场</translation>
    </message>
    <message>
        <source>Centre the price</source>
        <translation>价格居中</translation>
    </message>
    <message>
        <source>Follow the price</source>
        <translation>跟随价格</translation>
    </message>
    <message>
        <source>Zoom in on price</source>
        <translation>放大价格</translation>
    </message>
    <message>
        <source>Zoom out of price</source>
        <translation>缩小价格</translation>
    </message>
    <message>
        <source>Zoom in on time</source>
        <translation>放大时间</translation>
    </message>
    <message>
        <source>Zoom out of time</source>
        <translation>缩小时间</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>显示时长</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>等待市场</translation>
    </message>
    <message>
        <source>Waiting for history</source>
        <translation>等待历史</translation>
    </message>
    <message>
        <source>Icebergs</source>
        <translation>冰山</translation>
    </message>
</context>
<context>
    <name>qob::HeatSettings</name>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>经典</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>单色</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>色盲友好</translation>
    </message>
    <message>
        <source>Resting size</source>
        <translation>挂单量</translation>
    </message>
    <message>
        <source>Resting size, bright by age</source>
        <translation>挂单量，越久越亮</translation>
    </message>
    <message>
        <source>Added, pulled, filled</source>
        <translation>新增、撤走、成交</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Colour shows</source>
        <translation>颜色表示</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Lower shows more of the small sizes</source>
        <translation>越低越能看清小数量</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>J darker, K brighter</source>
        <translation>J 变暗，K 变亮</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Percent of the largest</source>
        <translation>最大值的百分比</translation>
    </message>
    <message>
        <source>Exact size</source>
        <translation>精确数量</translation>
    </message>
    <message>
        <source>Cutoffs in</source>
        <translation>阈值单位</translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation>低于则隐藏</translation>
    </message>
    <message>
        <source>Smaller sizes are not shown</source>
        <translation>更小的数量不显示</translation>
    </message>
    <message>
        <source>Full colour from</source>
        <translation>满色起点</translation>
    </message>
    <message>
        <source>This size and larger ones look alike</source>
        <translation>此数量及以上颜色相同</translation>
    </message>
    <message>
        <source>Lock at what is largest now</source>
        <translation>锁定为当前最大值</translation>
    </message>
    <message>
        <source>Colours stay comparable while the map moves</source>
        <translation>图移动时颜色仍可比较</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Prices that are added up in one row</source>
        <translation>合并到一行的价格</translation>
    </message>
    <message>
        <source>Ticks a row</source>
        <translation>每行跳数</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Smallest bubble</source>
        <translation>最小气泡</translation>
    </message>
    <message>
        <source>Smaller trades get no bubble</source>
        <translation>更小的成交不画气泡</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Trades this near each other are one bubble at their average price</source>
        <translation>如此接近的成交合并为均价处的一个气泡</translation>
    </message>
    <message>
        <source>Gather over</source>
        <translation>合并范围</translation>
    </message>
    <message>
        <source>Large lot from</source>
        <translation>大单起点</translation>
    </message>
    <message>
        <source>What the marks of large lots and icebergs show</source>
        <translation>大单与冰山标记的范围</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>最大的</translation>
    </message>
</context>
<context>
    <name>qob::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>qob::IndicatorMenu</name>
    <message>
        <source>Standard deviations</source>
        <translation>标准差倍数</translation>
    </message>
    <message>
        <source>Fast period</source>
        <translation>快线周期</translation>
    </message>
    <message>
        <source>Slow period</source>
        <translation>慢线周期</translation>
    </message>
    <message>
        <source>Signal period</source>
        <translation>信号周期</translation>
    </message>
    <message>
        <source>Period, in candles</source>
        <translation>周期（K线数）</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>One more of these</source>
        <translation>再加一条</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>Begins anew at 00:00 UTC</source>
        <translation>00:00 UTC 重新开始</translation>
    </message>
</context>
<context>
    <name>qob::InstrumentsModel</name>
    <message>
        <source>Symbol</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>交易所</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>价差</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>近一小时</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>24 h (%)</source>
        <translation>24 小时 (%)</translation>
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
        <translation>%1时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1日</translation>
    </message>
    <message>
        <source>%1 w</source>
        <translation>%1周</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1月</translation>
    </message>
    <message>
        <source>Candles of %1</source>
        <translation>%1 K线</translation>
    </message>
    <message>
        <source>All intervals</source>
        <translation>全部周期</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>qob::Ladder</name>
    <message>
        <source>Price ladder</source>
        <translation>价格阶梯</translation>
    </message>
    <message>
        <source>%1 %2 at %3
%4 left, %5 filled
%6 ahead in the queue
%7
Drag to re-price, x to cancel</source>
        <translation>%3 %1 %2
剩余 %4，已成交 %5
前方排队 %6
%7
拖动改价，x 撤单</translation>
    </message>
    <message>
        <source>Centre on the market</source>
        <translation>居中到市场</translation>
    </message>
    <message>
        <source>Keep the market in the middle</source>
        <translation>市场保持居中</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Quick quantity %1</source>
        <translation>快捷数量 %1</translation>
    </message>
    <message>
        <source>The default columns</source>
        <translation>默认列</translation>
    </message>
    <message>
        <source>Buys</source>
        <translation>买单</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>买价</translation>
    </message>
    <message>
        <source>Bid ±</source>
        <translation>买量 ±</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>主卖</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>主买</translation>
    </message>
    <message>
        <source>Ask ±</source>
        <translation>卖量 ±</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>卖价</translation>
    </message>
    <message>
        <source>Sells</source>
        <translation>卖单</translation>
    </message>
    <message>
        <source>Vol</source>
        <translation>量</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Your buy orders, with the size ahead of them in the queue</source>
        <translation>您的买单及其前方排队量</translation>
    </message>
    <message>
        <source>Size bid; a click buys there</source>
        <translation>买盘数量，点击在此买入</translation>
    </message>
    <message>
        <source>Size added to the bids (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>最近十秒买盘新增或撤走的数量（不含成交）</translation>
    </message>
    <message>
        <source>Sold into the bids here in the last half minute</source>
        <translation>最近半分钟在此主动卖出的数量</translation>
    </message>
    <message>
        <source>Bought from the asks here in the last half minute</source>
        <translation>最近半分钟在此主动买入的数量</translation>
    </message>
    <message>
        <source>Size added to the asks (stacked) or taken away (pulled) in the last ten seconds, trades aside</source>
        <translation>最近十秒卖盘新增或撤走的数量（不含成交）</translation>
    </message>
    <message>
        <source>Size offered; a click sells there</source>
        <translation>卖盘数量，点击在此卖出</translation>
    </message>
    <message>
        <source>Your sell orders, with the size ahead of them in the queue</source>
        <translation>您的卖单及其前方排队量</translation>
    </message>
    <message>
        <source>Traded here since the market is shown</source>
        <translation>显示该市场以来在此的成交量</translation>
    </message>
    <message>
        <source>Bought less sold here since the market is shown</source>
        <translation>显示该市场以来主买减主卖</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>A click orders %1</source>
        <translation>点击下单 %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>行 %1</translation>
    </message>
    <message>
        <source>Draw a level at %1</source>
        <translation>在 %1 画水平线</translation>
    </message>
    <message>
        <source>Alert when crossed</source>
        <translation>穿越时提醒</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Higher price rows</source>
        <translation>加大价格行距</translation>
    </message>
    <message>
        <source>Lower price rows</source>
        <translation>减小价格行距</translation>
    </message>
</context>
<context>
    <name>qob::LiveDialog</name>
    <message>
        <source>Live markets</source>
        <translation>实时市场</translation>
    </message>
    <message>
        <source>Public feeds: no account is needed. Tick the venues and write the symbols as each venue does, with spaces between. Orders are paper.</source>
        <translation>公开行情，无需账户。勾选交易所，并按各交易所的写法输入代码，以空格分隔。委托均为模拟。</translation>
    </message>
    <message>
        <source>Find a venue</source>
        <translation>查找交易所</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>交易所</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Its rules are</source>
        <translation>规则依据</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>交易所</translation>
    </message>
    <message>
        <source>proven on recordings</source>
        <translation>经录制验证</translation>
    </message>
    <message>
        <source>as documented</source>
        <translation>依据文档</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s)</source>
        <translation>
            <numerusform>%n 个盘口</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>How bad it has to be</source>
        <translation>最低严重程度</translation>
    </message>
</context>
<context>
    <name>qob::MainWindow</name>
    <message>
        <source>The workspace %1 cannot be read: %2</source>
        <translation>无法读取工作区 %1: %2</translation>
    </message>
    <message>
        <source>This version has no panel %1: left out</source>
        <translation>此版本没有面板 %1，已略去</translation>
    </message>
    <message>
        <source>The picture is in the clipboard; save it too?</source>
        <translation>图片已在剪贴板，是否同时保存？</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1</source>
        <translation>图片位于 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>Nothing was imported: %1</source>
        <translation>未导入: %1</translation>
    </message>
    <message>
        <source>The workspace %1 is here already and was opened as you left it</source>
        <translation>工作区 %1 已存在，已按您上次的样子打开</translation>
    </message>
</context>
<context>
    <name>qob::MarketBadge</name>
    <message>
        <source>A simulated market: every order is paper</source>
        <translation>模拟市场: 所有委托均为模拟</translation>
    </message>
    <message>
        <source>A recording is played: every order is paper</source>
        <translation>正在回放录制: 所有委托均为模拟</translation>
    </message>
    <message>
        <source>A live market; orders are paper</source>
        <translation>实时市场，委托为模拟</translation>
    </message>
</context>
<context>
    <name>qob::MarketList</name>
    <message>
        <source>Symbol or venue</source>
        <translation>代码或交易所</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>筛选市场</translation>
    </message>
    <message>
        <source>Markets</source>
        <translation>市场</translation>
    </message>
</context>
<context>
    <name>qob::NoticesModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>qob::OrderEntry</name>
    <message>
        <source>Trading is locked: nothing was sent. Unlock with the padlock or Ctrl+L.</source>
        <translation>交易已锁定: 未发送。用挂锁或 Ctrl+L 解锁。</translation>
    </message>
    <message>
        <source>The engine is busy: nothing was sent. Try again.</source>
        <translation>引擎繁忙: 未发送。请重试。</translation>
    </message>
    <message>
        <source>The session is closed: nothing was sent.</source>
        <translation>会话已关闭: 未发送。</translation>
    </message>
    <message>
        <source>No market is shown: nothing was sent.</source>
        <translation>未显示市场: 未发送。</translation>
    </message>
    <message>
        <source>%1: nothing was sent.</source>
        <translation>%1: 未发送。</translation>
    </message>
    <message>
        <source>The quantity must be between %1 and %2: nothing was sent.</source>
        <translation>数量须在 %1 与 %2 之间: 未发送。</translation>
    </message>
    <message>
        <source>The price must be a positive multiple of %1: nothing was sent.</source>
        <translation>价格须为 %1 的正整数倍: 未发送。</translation>
    </message>
    <message>
        <source>The order is no longer working: nothing was sent.</source>
        <translation>委托已不在挂单中: 未发送。</translation>
    </message>
    <message>
        <source>The order is being changed already: nothing was sent.</source>
        <translation>委托正在修改: 未发送。</translation>
    </message>
    <message>
        <source>There is a question to answer first: nothing was sent.</source>
        <translation>请先回答问题：未发送任何内容。</translation>
    </message>
    <message>
        <source>Orders are cancelled; trading is locked: no position was closed.</source>
        <translation>订单正在撤销；交易已锁定：未平任何持仓。</translation>
    </message>
    <message>
        <source>Some orders still work after five seconds: no position was closed.</source>
        <translation>五秒后仍有订单有效：未平任何持仓。</translation>
    </message>
    <message>
        <source>The market is no longer shown: nothing was sent.</source>
        <translation>该市场已不再显示：未发送。</translation>
    </message>
    <message>
        <source>The position is being closed already: nothing was sent.</source>
        <translation>正在平仓：未发送。</translation>
    </message>
    <message>
        <source>The position is another one by now: nothing was sent.</source>
        <translation>持仓已有变化：未发送。</translation>
    </message>
</context>
<context>
    <name>qob::OrderQuestion</name>
    <message>
        <source>Send it?</source>
        <translation>要发送吗？</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>不发送</translation>
    </message>
</context>
<context>
    <name>qob::OrderTicket</name>
    <message>
        <source>Limit</source>
        <translation>限价</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市价</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>止损</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>止损限价</translation>
    </message>
    <message>
        <source>Trailing stop</source>
        <translation>跟踪止损</translation>
    </message>
    <message>
        <source>Market to limit</source>
        <translation>市价转限价</translation>
    </message>
    <message>
        <source>Pegged to the middle</source>
        <translation>盯中间价</translation>
    </message>
    <message>
        <source>Pegged to the best price</source>
        <translation>盯最优价</translation>
    </message>
    <message>
        <source>There is no price to measure the bracket from</source>
        <translation>没有可作为括号单起点的价格</translation>
    </message>
    <message>
        <source>Limit or stop (OCO)</source>
        <translation>限价或止损 (OCO)</translation>
    </message>
    <message>
        <source>Until when the order is good is missing</source>
        <translation>缺少订单的有效时间</translation>
    </message>
</context>
<context>
    <name>qob::OrdersModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>已成交</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>均价</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>前方排队</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Answered (s)</source>
        <translation>应答 (秒)</translation>
    </message>
    <message>
        <source>Age (s)</source>
        <translation>时长 (秒)</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
</context>
<context>
    <name>qob::PanelDock</name>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Link group: panels of one colour show the same instrument</source>
        <translation>联动组: 同色面板显示同一合约</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>面板菜单</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>Back into the window</source>
        <translation>放回窗口</translation>
    </message>
    <message>
        <source>Into a window of its own</source>
        <translation>独立窗口</translation>
    </message>
    <message>
        <source>Link group</source>
        <translation>联动组</translation>
    </message>
    <message>
        <source>Picture of the panel…</source>
        <translation>面板图片…</translation>
    </message>
    <message>
        <source>Help for this panel</source>
        <translation>此面板的帮助</translation>
    </message>
    <message>
        <source>Cancels every working order at once and locks trading</source>
        <translation>立即撤销所有挂单并锁定交易</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部撤单</translation>
    </message>
</context>
<context>
    <name>qob::PerformancePanel</name>
    <message>
        <source>Settle asset</source>
        <translation>结算资产</translation>
    </message>
    <message>
        <source>By market</source>
        <translation>按市场</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>按小时</translation>
    </message>
</context>
<context>
    <name>qob::PositionsModel</name>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净持仓</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>均价</translation>
    </message>
    <message>
        <source>Unrealised</source>
        <translation>未实现</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>已实现</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>手续费</translation>
    </message>
</context>
<context>
    <name>qob::PriceChart</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1天 %2时</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>O</source>
        <translation>开</translation>
    </message>
    <message>
        <source>H</source>
        <translation>高</translation>
    </message>
    <message>
        <source>L</source>
        <translation>低</translation>
    </message>
    <message>
        <source>C</source>
        <translation>收</translation>
    </message>
    <message>
        <source>V</source>
        <translation>量</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Waiting for a market</source>
        <translation>等待市场</translation>
    </message>
    <message>
        <source>Waiting for the first trade</source>
        <translation>等待首笔成交</translation>
    </message>
</context>
<context>
    <name>qob::ProfileChart</name>
    <message>
        <source>Session</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>可见</translation>
    </message>
    <message>
        <source>Fixed range</source>
        <translation>固定范围</translation>
    </message>
    <message>
        <source>Volume profile</source>
        <translation>成交量分布</translation>
    </message>
    <message>
        <source>No volume at price yet</source>
        <translation>尚无分价成交量</translation>
    </message>
    <message>
        <source>Volume at price since %1</source>
        <translation>自 %1 的分价成交量</translation>
    </message>
    <message>
        <source>%1, prices rough before %2</source>
        <translation>%1（%2 之前为近似）</translation>
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
        <translation>按住 Shift 拖选范围</translation>
    </message>
    <message>
        <source>naked POC %1</source>
        <translation>未触及 POC %1</translation>
    </message>
</context>
<context>
    <name>qob::ProfilePanel</name>
    <message>
        <source>How long a session is</source>
        <translation>时段长度</translation>
    </message>
    <message>
        <source>Ticks in a row</source>
        <translation>每行跳数</translation>
    </message>
    <message>
        <source>As many as can be seen</source>
        <translation>以可见为限</translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s)</source>
        <translation>
            <numerusform>%n 跳</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows: auto</source>
        <translation>行: 自动</translation>
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
        <translation>服务器确认全部撤单之前连接已断开：请查看仍然有效的订单</translation>
    </message>
    <message>
        <source>The connection was lost before the server confirmed what the market was told to do</source>
        <translation>服务器确认对市场的指令之前连接已断开</translation>
    </message>
    <message>
        <source>Connected with %1 again after %2 s</source>
        <translation>%2 秒后重新连接到 %1</translation>
    </message>
    <message>
        <source>The connection was lost: %1</source>
        <translation>连接已断开：%1</translation>
    </message>
</context>
<context>
    <name>qob::ReplayBar</name>
    <message>
        <source>Replay bar</source>
        <translation>回放栏</translation>
    </message>
    <message>
        <source>Play or pause (Ctrl+Space)</source>
        <translation>播放或暂停 (Ctrl+Space)</translation>
    </message>
    <message>
        <source>One step: the next event (Ctrl+.)</source>
        <translation>单步: 下一事件 (Ctrl+.)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Market time, UTC</source>
        <translation>市场时间 (UTC)</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>录制中的位置</translation>
    </message>
    <message>
        <source>jump to 14:03:00</source>
        <translation>跳到 14:03:00</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>跳到时间</translation>
    </message>
    <message>
        <source>Expected 14:03, 14:03:27 or 2026-07-14 14:03:27 (UTC)</source>
        <translation>请输入 14:03、14:03:27 或 2026-07-14 14:03:27 (UTC)</translation>
    </message>
    <message>
        <source>The recording is over</source>
        <translation>录制已播完</translation>
    </message>
    <message numerus="yes">
        <source>Rolling the history of %n more market(s)</source>
        <translation>
            <numerusform>正在载入另外 %n 个市场的历史</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qob::ReplayControl</name>
    <message>
        <source>max</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>The engine is busy. Try again.</source>
        <translation>引擎繁忙。请重试。</translation>
    </message>
    <message>
        <source>The session is closed.</source>
        <translation>会话已关闭。</translation>
    </message>
    <message>
        <source>This market cannot be moved in time.</source>
        <translation>该市场不能在时间上移动。</translation>
    </message>
</context>
<context>
    <name>qob::Settings</name>
    <message>
        <source>The settings cannot be read and are the default ones now: %1; kept as %2</source>
        <translation>无法读取设置，现用默认值: %1；已存为 %2</translation>
    </message>
    <message>
        <source>The settings cannot be saved: %1: %2</source>
        <translation>无法保存设置: %1: %2</translation>
    </message>
</context>
<context>
    <name>qob::SettingsDialog</name>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>For colour-blind eyes</source>
        <translation>色盲友好</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>整体大小</translation>
    </message>
    <message>
        <source>A new size takes effect when the terminal is started again.</source>
        <translation>新的大小在下次启动终端时生效。</translation>
    </message>
    <message>
        <source>Trade with single keys, on the panel under the mouse</source>
        <translation>用单键在鼠标下的面板交易</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>The default keys</source>
        <translation>默认按键</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Ask before an order worth more than</source>
        <translation>订单价值超过此数时询问</translation>
    </message>
    <message>
        <source>Ask before a price beyond the market by</source>
        <translation>价格超出市场此幅度时询问</translation>
    </message>
    <message>
        <source>Ask before everything is cancelled and closed</source>
        <translation>全部撤单并平仓前询问</translation>
    </message>
    <message>
        <source>Worth is in the quote currency. Cancelling orders is never asked about.</source>
        <translation>价值以计价货币计。撤单从不询问。</translation>
    </message>
</context>
<context>
    <name>qob::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>REC %L1 MB</source>
        <translation>REC %L1 MB</translation>
    </message>
    <message>
        <source>%1 fps   frame p50 %2   p99 %3</source>
        <translation>%1 fps   帧 p50 %2   p99 %3</translation>
    </message>
    <message>
        <source>No feed yet</source>
        <translation>尚无行情</translation>
    </message>
    <message>
        <source>Feed latency above the best one seen. The recorder&apos;s clock is behind the venue&apos;s by %1 or more.</source>
        <translation>高于所见最小值的行情延迟。录制端时钟比交易所慢 %1 或更多。</translation>
    </message>
    <message>
        <source>Feed latency: from the venue&apos;s own time stamp to here</source>
        <translation>行情延迟: 从交易所时间戳到此处</translation>
    </message>
    <message>
        <source>%L1 messages   %L2 gaps</source>
        <translation>消息 %L1   缺口 %L2</translation>
    </message>
    <message>
        <source>latency %1</source>
        <translation>延迟 %1</translation>
    </message>
    <message>
        <source>Trading locked</source>
        <translation>交易已锁定</translation>
    </message>
    <message>
        <source>Trading on</source>
        <translation>可交易</translation>
    </message>
    <message>
        <source>A frame&apos;s time: bringing the panels up to date and painting them</source>
        <translation>一帧的时间: 更新并绘制面板</translation>
    </message>
    <message>
        <source>%1   round trip %2</source>
        <translation>%1   往返 %2</translation>
    </message>
    <message>
        <source>%1 not connected, trying again</source>
        <translation>%1 未连接，正在重试</translation>
    </message>
    <message>
        <source>%1 disconnected</source>
        <translation>%1 已断开</translation>
    </message>
</context>
<context>
    <name>qob::Tape</name>
    <message>
        <source>Time and sales</source>
        <translation>逐笔成交</translation>
    </message>
    <message>
        <source>Add up what one aggressor takes at a price</source>
        <translation>合并同一主动单在同一价格的成交</translation>
    </message>
    <message>
        <source>Leave out small trades</source>
        <translation>略去小额成交</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>%1 not shown</source>
        <translation>隐藏 %1 笔</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>%1 newer above</source>
        <translation>上方有 %1 笔更新</translation>
    </message>
</context>
<context>
    <name>qob::Terminal</name>
    <message>
        <source>The screenshot could not be written to %1</source>
        <translation>无法将截图写入 %1</translation>
    </message>
    <message>
        <source>There is no panel &apos;%1&apos;; there are: %2</source>
        <translation>没有面板 &apos;%1&apos;，现有: %2</translation>
    </message>
    <message>
        <source>There is no workspace &apos;%1&apos;; there are: %2</source>
        <translation>没有工作区 &apos;%1&apos;，现有: %2</translation>
    </message>
    <message>
        <source>Opening the market…</source>
        <translation>正在打开市场…</translation>
    </message>
    <message>
        <source>Still on %1. %2</source>
        <translation>仍为%1。%2</translation>
    </message>
    <message>
        <source>Replay recordings</source>
        <translation>回放录制</translation>
    </message>
    <message>
        <source>Recordings (*.qh *.gz *.xz *.jsonl *.log);;All files (*)</source>
        <translation>录制 (*.qh *.gz *.xz *.jsonl *.log);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Another terminal has these settings open: what you change in this one is not kept</source>
        <translation>另一个终端正在使用这些设置：此处的更改不会保存</translation>
    </message>
    <message>
        <source>No market &apos;%1&apos; is known; another one is shown</source>
        <translation>没有已知的市场 &apos;%1&apos;，现显示另一个</translation>
    </message>
</context>
<context>
    <name>qob::Ticket</name>
    <message>
        <source>Order ticket</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>委托类型</translation>
    </message>
    <message>
        <source>Time in force</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Good till cancelled: stays in the book</source>
        <translation>Good till cancelled: 撤销前一直挂单</translation>
    </message>
    <message>
        <source>Until the end of the trading day</source>
        <translation>到交易日结束</translation>
    </message>
    <message>
        <source>Immediate or cancel: what does not fill at once goes</source>
        <translation>Immediate or cancel: 未能立即成交的部分撤销</translation>
    </message>
    <message>
        <source>Fill or kill: all at once or nothing</source>
        <translation>Fill or kill: 立即全部成交，否则撤销</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>触发价</translation>
    </message>
    <message>
        <source>Trails by</source>
        <translation>跟踪距离</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>What the size is counted in</source>
        <translation>数量的单位</translation>
    </message>
    <message>
        <source>Size by quantity, by worth, or by what is lost when the stop loss is hit</source>
        <translation>按数量、金额或止损时的亏损额计</translation>
    </message>
    <message>
        <source>Bracket, iceberg, conditions</source>
        <translation>括号单、冰山、条件</translation>
    </message>
    <message>
        <source>Take profit +</source>
        <translation>止盈 +</translation>
    </message>
    <message>
        <source>Stop loss −</source>
        <translation>止损 −</translation>
    </message>
    <message>
        <source>Shows only</source>
        <translation>显示数量</translation>
    </message>
    <message>
        <source>Post only</source>
        <translation>只做挂单</translation>
    </message>
    <message>
        <source>Refused when it would take</source>
        <translation>若会吃单则拒绝</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>只减仓</translation>
    </message>
    <message>
        <source>Never more than closes the position</source>
        <translation>不超过平仓所需</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Not shown in the book</source>
        <translation>不在盘口显示</translation>
    </message>
    <message>
        <source>Notional</source>
        <translation>名义金额</translation>
    </message>
    <message>
        <source>Free to buy</source>
        <translation>可买</translation>
    </message>
    <message>
        <source>Free to sell</source>
        <translation>可卖</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>买</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>卖</translation>
    </message>
    <message>
        <source>Trading is locked. Unlock with the padlock or Ctrl+L.</source>
        <translation>交易已锁定。用挂锁或 Ctrl+L 解锁。</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>张</translation>
    </message>
    <message>
        <source>%1 risk</source>
        <translation>%1 风险</translation>
    </message>
    <message>
        <source>book too thin</source>
        <translation>盘口太薄</translation>
    </message>
    <message>
        <source>%L1 bps</source>
        <translation>%L1 bps</translation>
    </message>
    <message>
        <source>Fee, impact</source>
        <translation>手续费、冲击</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>保证金</translation>
    </message>
    <message>
        <source>What is put aside until the order is done</source>
        <translation>订单结束前预留的金额</translation>
    </message>
    <message>
        <source>Good till a time, which is asked for</source>
        <translation>有效至指定时间（需输入）</translation>
    </message>
    <message>
        <source>Trails in steps of</source>
        <translation>跟踪步长</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>滑动</translation>
    </message>
    <message>
        <source>Post only: moved to where it does not take</source>
        <translation>只做挂单:移到不会立即成交的价位</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>全部或全不</translation>
    </message>
    <message>
        <source>Fills whole or not at all</source>
        <translation>要么全部成交,要么不成交</translation>
    </message>
    <message>
        <source>With connection</source>
        <translation>随连接</translation>
    </message>
    <message>
        <source>Cancelled when the connection with the server is lost</source>
        <translation>与服务器断开连接时撤销</translation>
    </message>
    <message>
        <source>Against own orders</source>
        <translation>与自己的订单相遇时</translation>
    </message>
    <message>
        <source>Where it would trade with another order of this account</source>
        <translation>若将与本账户的其他订单成交</translation>
    </message>
    <message>
        <source>Own orders: trade</source>
        <translation>自己的订单:成交</translation>
    </message>
    <message>
        <source>Own orders: cancel this one</source>
        <translation>自己的订单:撤销此单</translation>
    </message>
    <message>
        <source>Own orders: cancel the older</source>
        <translation>自己的订单:撤销旧单</translation>
    </message>
    <message>
        <source>Own orders: cancel both</source>
        <translation>自己的订单:两单都撤</translation>
    </message>
    <message>
        <source>Own orders: less of both</source>
        <translation>自己的订单:两单都减</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>expected a time to come, as 14:03 or %1</source>
        <translation>需要一个将来的时间,如 14:03 或 %1</translation>
    </message>
    <message>
        <source>Away from it by</source>
        <translation>偏离</translation>
    </message>
</context>
<context>
    <name>qob::Tour</name>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>This is the market you look at. Click it, or just type the first letters of another one.</source>
        <translation>这是您正在看的市场。点击它，或直接输入另一市场的首字母。</translation>
    </message>
    <message>
        <source>Trading is locked at every start. Unlock it here; “Cancel all” beside it works at any time.</source>
        <translation>每次启动时交易都已锁定，在此解锁；旁边的“全部撤单”随时可用。</translation>
    </message>
    <message>
        <source>A click in the bid column buys there, in the ask column it sells. Drag an order to move it.</source>
        <translation>点击买价列即在该价买入，点击卖价列即在该价卖出。拖动委托可改价。</translation>
    </message>
    <message>
        <source>Ctrl+K finds everything: commands, panels, workspaces, markets. Panels can be moved, tabbed and popped out by their titles. F1 explains the panel you are in.</source>
        <translation>Ctrl+K 可查找一切: 命令、面板、工作区、市场。拖动标题可移动、合并为标签或弹出面板。F1 说明当前面板。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next (%1 of %2)</source>
        <translation>下一步 (%1/%2)</translation>
    </message>
</context>
<context>
    <name>qob::VenuesModel</name>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1/%2 实时</translation>
    </message>
    <message>
        <source>%1 of %2 live, %3 stale</source>
        <translation>%1/%2 实时，过期 %3</translation>
    </message>
    <message>
        <source>%1 bad of %2</source>
        <translation>不符 %1/%2</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>交易所</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>盘口</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Two minutes</source>
        <translation>两分钟</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>消息/秒</translation>
    </message>
    <message>
        <source>Trades/s</source>
        <translation>成交/秒</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>最近收到</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>重连</translation>
    </message>
    <message>
        <source>Live books</source>
        <translation>实时订单簿</translation>
    </message>
    <message>
        <source>Latency (s)</source>
        <translation>延迟（秒）</translation>
    </message>
    <message>
        <source>Bad checksums</source>
        <translation>错误的校验和</translation>
    </message>
</context>
<context>
    <name>qob::VenuesPanel</name>
    <message>
        <source>Venues</source>
        <translation>交易所</translation>
    </message>
</context>
<context>
    <name>qob::Watchlist</name>
    <message>
        <source>Symbol or venue</source>
        <translation>代码或交易所</translation>
    </message>
    <message>
        <source>Filter markets</source>
        <translation>筛选市场</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>仅看星标</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>自选</translation>
    </message>
    <message>
        <source>Star, or no star</source>
        <translation>加或去星标</translation>
    </message>
</context>
<context>
    <name>qob::WindowActions</name>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Replay and recording</source>
        <translation>回放与录制</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>添加面板</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Choose a market</source>
        <translation>选择市场</translation>
    </message>
    <message>
        <source>Simulated market</source>
        <translation>模拟市场</translation>
    </message>
    <message>
        <source>Live markets…</source>
        <translation>实时市场…</translation>
    </message>
    <message>
        <source>Replay recordings…</source>
        <translation>回放录制…</translation>
    </message>
    <message>
        <source>Lock or unlock trading</source>
        <translation>锁定或解锁交易</translation>
    </message>
    <message>
        <source>Cancel all orders</source>
        <translation>撤销全部委托</translation>
    </message>
    <message>
        <source>Trade with single keys</source>
        <translation>单键交易</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Record or stop recording</source>
        <translation>开始或停止录制</translation>
    </message>
    <message>
        <source>Add a panel: %1</source>
        <translation>添加面板: %1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Restore the default of this workspace</source>
        <translation>恢复此工作区的默认</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>导出到文件…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>从文件导入…</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>工作区: %1</translation>
    </message>
    <message>
        <source>Picture of the window…</source>
        <translation>窗口图片…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Active panel into a window of its own, or back</source>
        <translation>当前面板独立或放回</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>What panels cost a frame</source>
        <translation>各面板的帧开销</translation>
    </message>
    <message>
        <source>Help for the active panel</source>
        <translation>当前面板的帮助</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>保存工作区</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Export the workspace</source>
        <translation>导出工作区</translation>
    </message>
    <message>
        <source>Workspaces (*.json)</source>
        <translation>工作区 (*.json)</translation>
    </message>
    <message>
        <source>The workspace is in %1</source>
        <translation>工作区位于 %1</translation>
    </message>
    <message>
        <source>Import a workspace</source>
        <translation>导入工作区</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>连接到服务器…</translation>
    </message>
    <message>
        <source>There is a workspace %1. Replace it, with its drawings?</source>
        <translation>工作区 %1 已存在。要连同其绘图一起替换吗？</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>速度:%1</translation>
    </message>
    <message>
        <source>Jump to a time</source>
        <translation>跳到时间</translation>
    </message>
    <message>
        <source>This market has no times to jump to</source>
        <translation>此市场没有可跳转的时间</translation>
    </message>
</context>
</TS>

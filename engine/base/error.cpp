#include "engine/base/error.h"

#include "engine/base/check.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

using enum ErrorCode;

// FIX 4.4 OrdRejReason: 1 unknown symbol, 2 exchange closed, 3 exceeds limit, 4 too late, 5 unknown order,
// 6 duplicate, 11 unsupported, 13 incorrect quantity, 99 other.
constexpr std::array errorTable{
    ErrorInfo{NumberEmpty, "NumberEmpty", 99, 400, "A number was expected and nothing was found"},
    ErrorInfo{NumberBadCharacter, "NumberBadCharacter", 99, 400, "This is not a decimal number"},
    ErrorInfo{NumberTooFine, "NumberTooFine", 99, 400, "The number has more decimals than fit here"},
    ErrorInfo{NumberTooLarge, "NumberTooLarge", 99, 400, "The number is too large"},
    ErrorInfo{ConfigUnreadable, "ConfigUnreadable", 99, 500, "The configuration file cannot be read"},
    ErrorInfo{ConfigSyntax, "ConfigSyntax", 99, 500, "The configuration file is not valid TOML"},
    ErrorInfo{ConfigUnknownKey, "ConfigUnknownKey", 99, 500, "There is no such setting"},
    ErrorInfo{ConfigBadValue, "ConfigBadValue", 99, 500, "The setting cannot take this value"},
    ErrorInfo{FileUnreadable, "FileUnreadable", 99, 500, "The file cannot be read"},
    ErrorInfo{FileTruncated, "FileTruncated", 99, 500, "The file ends too early"},
    ErrorInfo{FileUnknownFormat, "FileUnknownFormat", 99, 500, "The file is in no known capture format"},
    ErrorInfo{JsonMalformed, "JsonMalformed", 99, 400, "The message is not valid JSON"},
    ErrorInfo{MessageIncomplete, "MessageIncomplete", 99, 400, "The message lacks a field it must have"},
    ErrorInfo{FrameMalformed, "FrameMalformed", 99, 400, "The frame cannot be unpacked"},
    ErrorInfo{FeedGap, "FeedGap", 99, 503, "Messages are missing from the feed"},
    ErrorInfo{FeedNoSnapshot, "FeedNoSnapshot", 99, 503, "No snapshot of the book has been seen yet"},
    ErrorInfo{FeedCrossed, "FeedCrossed", 99, 503, "The book is crossed"},
    ErrorInfo{FeedChecksum, "FeedChecksum", 99, 503, "The book's checksum is not the venue's"},
    ErrorInfo{VenueUnsupported, "VenueUnsupported", 99, 404, "This venue is not supported"},
    ErrorInfo{InstrumentInvalid, "InstrumentInvalid", 99, 500, "The instrument's definition is invalid"},
    ErrorInfo{
        InstrumentNotTrading,
        "InstrumentNotTrading",
        2,
        409,
        "The venue lists the instrument as halted, delisted or expired"},
    ErrorInfo{OrderUnknownSymbol, "OrderUnknownSymbol", 1, 404, "There is no such instrument"},
    ErrorInfo{
        OrderDuplicateClOrdID, "OrderDuplicateClOrdID", 6, 409, "This ClOrdID was used for another order"},
    ErrorInfo{OrderBadClOrdID, "OrderBadClOrdID", 99, 400, "The ClOrdID is empty or too long"},
    ErrorInfo{OrderBadPrice, "OrderBadPrice", 99, 400, "The price must be greater than zero"},
    ErrorInfo{OrderOffTick, "OrderOffTick", 99, 400, "The price is not a multiple of the tick size"},
    ErrorInfo{OrderBadQty, "OrderBadQty", 13, 400, "The quantity must be greater than zero"},
    ErrorInfo{OrderOffLot, "OrderOffLot", 13, 400, "The quantity is not a multiple of the lot size"},
    ErrorInfo{
        OrderBelowMinNotional, "OrderBelowMinNotional", 99, 400, "The order's value is below the minimum"},
    ErrorInfo{OrderTooLarge, "OrderTooLarge", 3, 400, "The order is larger than the maximum"},
    ErrorInfo{
        OrderInsufficientFunds,
        "OrderInsufficientFunds",
        3,
        402,
        "The free balance does not cover the order"},
    ErrorInfo{OrderUnknown, "OrderUnknown", 5, 404, "There is no such working order"},
    ErrorInfo{OrderTooLateToCancel, "OrderTooLateToCancel", 4, 409, "The order is already done"},
    ErrorInfo{OrderMarketNotLive, "OrderMarketNotLive", 2, 503, "The market's book is not live"},
    ErrorInfo{OrderNotOwned, "OrderNotOwned", 99, 403, "The order belongs to somebody else"},
    ErrorInfo{OrderUnsupported, "OrderUnsupported", 11, 400, "This order type is not supported here"},
    ErrorInfo{
        OrderNoLiquidity, "OrderNoLiquidity", 99, 409, "There is nothing on the other side to trade with"},
    ErrorInfo{OrderDuplicateId, "OrderDuplicateId", 6, 409, "An order with this OrderID is working"},
    ErrorInfo{OrderBookFull, "OrderBookFull", 3, 503, "The book has no room for another order"},
    ErrorInfo{
        OrderBadCombination,
        "OrderBadCombination",
        11,
        400,
        "The order's type, time in force and instructions do not go together"},
    ErrorInfo{
        OrderBadStopPx, "OrderBadStopPx", 99, 400, "The stop price or the trailing offset is not valid"},
    ErrorInfo{OrderBadDisplayQty, "OrderBadDisplayQty", 13, 400, "The display quantity is not valid"},
    ErrorInfo{OrderOutsideBand, "OrderOutsideBand", 99, 400, "The price is outside the price band"},
    ErrorInfo{OrderWrongState, "OrderWrongState", 2, 409, "The market does not take such an order now"},
    ErrorInfo{
        OrderNoReference, "OrderNoReference", 99, 409, "Nothing was traded yet that the order could follow"},
    ErrorInfo{
        OrderNothingToReduce,
        "OrderNothingToReduce",
        99,
        409,
        "There is no position that the order could reduce"},
    ErrorInfo{
        OrderWouldTrade,
        "OrderWouldTrade",
        99,
        409,
        "The order must not take, and would trade at this price"},
    ErrorInfo{
        OrderNotFillable,
        "OrderNotFillable",
        99,
        409,
        "The order could not be filled whole and was not filled"},
    ErrorInfo{OrderSelfTrade, "OrderSelfTrade", 99, 409, "The order would have traded with its own owner"},
    ErrorInfo{OrderExpired, "OrderExpired", 4, 409, "The order's time has passed"},
    ErrorInfo{OrderDayEnded, "OrderDayEnded", 4, 409, "The trading day has ended"},
    ErrorInfo{OrderLinkedDone, "OrderLinkedDone", 99, 409, "The order it is linked to is done"},
    ErrorInfo{OrderListRejected, "OrderListRejected", 99, 400, "Another order of the list is not valid"},
    ErrorInfo{OrderAccountBlocked, "OrderAccountBlocked", 99, 403, "Trading of this account is stopped"},
    ErrorInfo{OrderUnknownAccount, "OrderUnknownAccount", 15, 404, "There is no such account"},
    ErrorInfo{SessionClosed, "SessionClosed", 99, 503, "The session is closed"},
    ErrorInfo{ReplayNotSeekable, "ReplayNotSeekable", 99, 409, "This market has no past to move to"},
    ErrorInfo{ReplayOutOfRange, "ReplayOutOfRange", 99, 400, "The time is outside the recording"},
    ErrorInfo{StorageFileMissing, "StorageFileMissing", 99, 404, "There is no such file or directory"},
    ErrorInfo{StorageInUse, "StorageInUse", 99, 409, "Another program writes to this directory"},
    ErrorInfo{JournalCorrupt, "JournalCorrupt", 99, 500, "The journal is damaged"},
    ErrorInfo{JournalGap, "JournalGap", 99, 500, "Records are missing from the journal"},
    ErrorInfo{
        JournalMarkLost,
        "JournalMarkLost",
        99,
        500,
        "It is not known up to where the journal was written safely"},
    ErrorInfo{
        JournalUnknownVersion,
        "JournalUnknownVersion",
        99,
        500,
        "The file was written by another version of the program"},
    ErrorInfo{JournalFull, "JournalFull", 2, 503, "There is no space left for the journal"},
    ErrorInfo{JournalIoFailed, "JournalIoFailed", 2, 503, "The journal's disk has failed"},
    ErrorInfo{
        JournalRecordTooLarge, "JournalRecordTooLarge", 99, 400, "The record is too large for the journal"},
    ErrorInfo{JournalBadOptions, "JournalBadOptions", 99, 500, "The journal cannot have these settings"},
    ErrorInfo{SnapshotCorrupt, "SnapshotCorrupt", 99, 500, "The snapshot is damaged"},
    ErrorInfo{SnapshotMismatch, "SnapshotMismatch", 99, 500, "The snapshot is not of this journal"},
    ErrorInfo{HistoryCorrupt, "HistoryCorrupt", 99, 500, "The recorded history is damaged"},
    ErrorInfo{
        HistoryUnknownVersion,
        "HistoryUnknownVersion",
        99,
        500,
        "The history was written by another version of the program"},
    ErrorInfo{HistoryGap, "HistoryGap", 99, 503, "A part of the market was not recorded"},
    ErrorInfo{HistoryBehind, "HistoryBehind", 99, 503, "The market is faster than it can be recorded"},
    ErrorInfo{HistoryOutOfOrder, "HistoryOutOfOrder", 99, 409, "This is older than what is recorded already"},
    ErrorInfo{HistoryFull, "HistoryFull", 99, 507, "There is no space left to record on"},
    ErrorInfo{HistoryIoFailed, "HistoryIoFailed", 99, 500, "The disk that is recorded on has failed"},
    ErrorInfo{NetBadUrl, "NetBadUrl", 99, 400, "This is not a usable address"},
    ErrorInfo{NetResolve, "NetResolve", 99, 502, "The host's name could not be looked up"},
    ErrorInfo{NetConnect, "NetConnect", 99, 502, "There is no connection to the host"},
    ErrorInfo{NetTls, "NetTls", 99, 502, "The host could not be proven to be who it says it is"},
    ErrorInfo{NetHandshake, "NetHandshake", 99, 502, "The server refused the stream"},
    ErrorInfo{NetTimeout, "NetTimeout", 99, 504, "The other side is silent"},
    ErrorInfo{NetClosed, "NetClosed", 99, 502, "The connection ended"},
    ErrorInfo{NetRefused, "NetRefused", 99, 502, "The server refused the request"},
    ErrorInfo{NetOverflow, "NetOverflow", 99, 503, "Data comes faster than it can be read"},
    ErrorInfo{AuthRequired, "AuthRequired", 99, 401, "Nobody is logged in"},
    ErrorInfo{AuthFailed, "AuthFailed", 99, 401, "The name or the password is wrong"},
    ErrorInfo{AuthTokenInvalid, "AuthTokenInvalid", 99, 401, "The token is not one of ours"},
    ErrorInfo{AuthTokenExpired, "AuthTokenExpired", 99, 401, "The token is no longer valid"},
    ErrorInfo{AuthRevoked, "AuthRevoked", 99, 401, "The session or key was withdrawn"},
    ErrorInfo{
        AuthSecondFactorRequired,
        "AuthSecondFactorRequired",
        99,
        401,
        "The code of the second factor is needed"},
    ErrorInfo{
        AuthSecondFactorWrong, "AuthSecondFactorWrong", 99, 401, "The code of the second factor is wrong"},
    ErrorInfo{AuthLocked, "AuthLocked", 99, 429, "There were too many wrong tries; wait before the next one"},
    ErrorInfo{AuthForbidden, "AuthForbidden", 99, 403, "This user may not do that"},
    ErrorInfo{
        AuthAddressForbidden, "AuthAddressForbidden", 99, 403, "The key may not be used from this address"},
    ErrorInfo{AuthSignatureWrong, "AuthSignatureWrong", 99, 401, "The signature is not that of this request"},
    ErrorInfo{AuthSkewed, "AuthSkewed", 99, 401, "The request's time is too far from the server's"},
    ErrorInfo{AuthReplayed, "AuthReplayed", 99, 401, "The request was sent before"},
    ErrorInfo{AuthKeyUnknown, "AuthKeyUnknown", 99, 401, "There is no such key"},
    ErrorInfo{AuthPasswordWeak, "AuthPasswordWeak", 99, 400, "The password is too easy to guess"},
    ErrorInfo{AuthNameTaken, "AuthNameTaken", 99, 409, "Another user has this name"},
    ErrorInfo{AuthNameBad, "AuthNameBad", 99, 400, "This cannot be a user's name"},
    ErrorInfo{AuthUserUnknown, "AuthUserUnknown", 99, 404, "There is no such user"},
    ErrorInfo{
        AuthProviderFailed, "AuthProviderFailed", 99, 502, "The login provider did not confirm who this is"},
    ErrorInfo{AuthClosed, "AuthClosed", 99, 403, "New users are made by an administrator only"},
    ErrorInfo{SecretUnavailable, "SecretUnavailable", 99, 500, "The key that protects secrets cannot be had"},
    ErrorInfo{
        SecretCorrupt, "SecretCorrupt", 99, 500, "A protected secret was changed or is under another key"},
    ErrorInfo{CryptoFailed, "CryptoFailed", 99, 500, "A cryptographic operation failed"},
    ErrorInfo{AuditCorrupt, "AuditCorrupt", 99, 500, "The audit trail was changed"},
    ErrorInfo{RequestMalformed, "RequestMalformed", 99, 400, "The request cannot be understood"},
    ErrorInfo{RequestUnknownRoute, "RequestUnknownRoute", 99, 404, "There is nothing at this address"},
    ErrorInfo{RequestWrongMethod, "RequestWrongMethod", 99, 405, "This address does not take that method"},
    ErrorInfo{RequestTooLarge, "RequestTooLarge", 99, 413, "The request is too large"},
    ErrorInfo{RequestTimeout, "RequestTimeout", 99, 408, "The request did not arrive in time"},
    ErrorInfo{
        RequestTooMany, "RequestTooMany", 99, 429, "There were too many requests; wait before the next one"},
    ErrorInfo{RequestMissing, "RequestMissing", 99, 400, "A parameter is missing"},
    ErrorInfo{RequestBadValue, "RequestBadValue", 99, 400, "A parameter cannot take this value"},
    ErrorInfo{RequestMediaType, "RequestMediaType", 99, 415, "The body is of a kind that is not read here"},
    ErrorInfo{RequestBusy, "RequestBusy", 99, 503, "The engine has no room for the request; try again"},
    ErrorInfo{RequestNotBuilt, "RequestNotBuilt", 99, 501, "This version cannot do that yet"},
    ErrorInfo{RequestConflict, "RequestConflict", 99, 409, "This does not go together with what is there"},
    ErrorInfo{StreamUnknown, "StreamUnknown", 99, 400, "There is no such stream"},
    ErrorInfo{StreamTooMany, "StreamTooMany", 99, 429, "The connection has too many streams"},
    ErrorInfo{StreamSlow, "StreamSlow", 99, 429, "The connection reads too slowly"},
    ErrorInfo{DatabaseUnavailable, "DatabaseUnavailable", 99, 503, "The database cannot be reached"},
    ErrorInfo{DatabaseFailed, "DatabaseFailed", 99, 500, "The database refused the operation"},
    ErrorInfo{
        DatabaseVersion,
        "DatabaseVersion",
        99,
        500,
        "The database was made by another version of the program"},
    ErrorInfo{RecordMissing, "RecordMissing", 99, 404, "There is no such record"},
    ErrorInfo{RecordExists, "RecordExists", 99, 409, "There is such a record already"},
    ErrorInfo{BackupCorrupt, "BackupCorrupt", 99, 500, "The backup is damaged"},
};

} // namespace

ErrorInfo const& errorInfo(ErrorCode code)
{
    auto const* found =
        std::find_if(errorTable.begin(), errorTable.end(), [&](auto const& row) { return row.code == code; });
    CHECK(found != errorTable.end());
    return *found;
}

bool isErrorCode(std::uint16_t number)
{
    return std::any_of(errorTable.begin(), errorTable.end(), [&](auto const& row) {
        return static_cast<std::uint16_t>(row.code) == number;
    });
}

std::string Error::message() const
{
    std::string text(errorInfo(code).sentence);
    if (!detail.empty()) {
        text += ": " + detail;
    }
    return text;
}

} // namespace qob

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace qob {

// Every way an input can be wrong, in a range a stage. The table in error.cpp gives each its name, its FIX
// reject reason, its HTTP status and its sentence; nothing else maps them.
enum class ErrorCode : std::uint16_t {
    // 1000: text and numbers
    NumberEmpty = 1000,
    NumberBadCharacter,
    NumberTooFine,
    NumberTooLarge,
    // 2000: configuration and command line
    ConfigUnreadable = 2000,
    ConfigSyntax,
    ConfigUnknownKey,
    ConfigBadValue,
    // 3000: wire formats and files
    FileUnreadable = 3000,
    FileTruncated,
    FileUnknownFormat,
    JsonMalformed,
    MessageIncomplete,
    FrameMalformed,
    // 4000: market data
    FeedGap = 4000,
    FeedNoSnapshot,
    FeedCrossed,
    FeedChecksum,
    VenueUnsupported,
    InstrumentInvalid,
    InstrumentNotTrading,
    // 5000: orders
    OrderUnknownSymbol = 5000,
    OrderDuplicateClOrdID,
    OrderBadClOrdID,
    OrderBadPrice,
    OrderOffTick,
    OrderBadQty,
    OrderOffLot,
    OrderBelowMinNotional,
    OrderTooLarge,
    OrderInsufficientFunds,
    OrderUnknown,
    OrderTooLateToCancel,
    OrderMarketNotLive,
    OrderNotOwned,
    OrderUnsupported,
    OrderNoLiquidity,
    OrderDuplicateId,
    OrderBookFull,
    OrderBadCombination,
    OrderBadStopPx,
    OrderBadDisplayQty,
    OrderOutsideBand,
    OrderWrongState,
    OrderNoReference,
    OrderNothingToReduce,
    OrderWouldTrade,
    OrderNotFillable,
    OrderSelfTrade,
    OrderExpired,
    OrderDayEnded,
    OrderLinkedDone,
    OrderListRejected,
    OrderAccountBlocked,
    OrderUnknownAccount,
    // 6000: session
    SessionClosed = 6000,
    ReplayNotSeekable,
    ReplayOutOfRange,
    // 7000: storage
    StorageFileMissing = 7000,
    StorageInUse,
    JournalCorrupt,
    JournalGap,
    JournalMarkLost,
    JournalUnknownVersion,
    JournalFull,
    JournalIoFailed,
    JournalRecordTooLarge,
    JournalBadOptions,
    SnapshotCorrupt,
    SnapshotMismatch,
    HistoryCorrupt,
    HistoryUnknownVersion,
    HistoryGap,
    HistoryBehind,
    HistoryOutOfOrder,
    HistoryFull,
    HistoryIoFailed,
    // 8000: network
    NetBadUrl = 8000,
    NetResolve,
    NetConnect,
    NetTls,
    NetHandshake,
    NetTimeout,
    NetClosed,
    NetRefused,
    NetOverflow,
    // 9000: who may do what
    AuthRequired = 9000,
    AuthFailed,
    AuthTokenInvalid,
    AuthTokenExpired,
    AuthRevoked,
    AuthSecondFactorRequired,
    AuthSecondFactorWrong,
    AuthLocked,
    AuthForbidden,
    AuthAddressForbidden,
    AuthSignatureWrong,
    AuthSkewed,
    AuthReplayed,
    AuthKeyUnknown,
    AuthPasswordWeak,
    AuthNameTaken,
    AuthNameBad,
    AuthUserUnknown,
    AuthProviderFailed,
    AuthClosed,
    SecretUnavailable,
    SecretCorrupt,
    CryptoFailed,
    AuditCorrupt,
    // 10000: requests to the gateway
    RequestMalformed = 10000,
    RequestUnknownRoute,
    RequestWrongMethod,
    RequestTooLarge,
    RequestTimeout,
    RequestTooMany,
    RequestMissing,
    RequestBadValue,
    RequestMediaType,
    RequestBusy,
    RequestNotBuilt,
    RequestConflict,
    StreamUnknown,
    StreamTooMany,
    StreamSlow,
    // 11000: databases and backups
    DatabaseUnavailable = 11000,
    DatabaseFailed,
    DatabaseVersion,
    RecordMissing,
    RecordExists,
    BackupCorrupt,
};

// How an error looks from outside.
struct ErrorInfo {
    ErrorCode code;
    std::string_view name; // stable, for logs and APIs
    int fixRejectReason;   // OrdRejReason (103); 99 = other
    int httpStatus;
    std::string_view sentence; // English source text of the translatable message
};

ErrorInfo const& errorInfo(ErrorCode code);

// Whether a number that was read from somewhere is one of the codes.
bool isErrorCode(std::uint16_t number);

// One failure: the code says what, the detail says where and what was expected.
struct Error {
    ErrorCode code{};
    std::string detail;

    [[nodiscard]] std::string message() const;
};

} // namespace qob

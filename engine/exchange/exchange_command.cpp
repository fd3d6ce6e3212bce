#include "engine/exchange/exchange_command.h"

#include "engine/exchange/exchange_codec.h"

#include <utility>

namespace qob {

namespace {

// In the number of a kind whose bytes are laid out anew. Without it an instrument has no more than it had at
// first.
constexpr std::uint16_t secondLayout = 1U << 8U;

// Texts are written with a length of 16 bits.
constexpr std::size_t longestText = 0xffff;

constexpr std::uint32_t maxInstruments = 1U << 16U;

// So that sums over thousands of orders can be counted.
constexpr Qty mostQty{1'000'000'000'000'000};

bool namesFit(Instrument const& instrument)
{
    return instrument.venue.size() <= longestText && instrument.symbol.size() <= longestText &&
           instrument.canonical.size() <= longestText;
}

template <class T, class U>
constexpr bool is = std::is_same_v<std::remove_const_t<T>, U>;

template <class Archive, class T>
void fields(Archive& archive, T& c)
{
    if constexpr (is<T, EnterOrder>) {
        archive(c.clOrdId, c.instrument);
        each(archive, c.order);
    } else if constexpr (is<T, CancelOrder>) {
        archive(c.account, c.clOrdId, c.origClOrdId);
    } else if constexpr (is<T, ReplaceOrder>) {
        archive(c.account, c.clOrdId, c.origClOrdId, c.price, c.qty, c.stopPx);
    } else if constexpr (is<T, EnterList>) {
        auto count = static_cast<std::uint8_t>(std::min(c.orders.size(), longestList));
        archive(c.contingency, count);
        if constexpr (is<Archive, Reading>) {
            c.orders.resize(std::min<std::size_t>(count, longestList));
        }
        for (std::size_t i = 0; i < std::min<std::size_t>(count, c.orders.size()); ++i) {
            fields(archive, c.orders[i]);
        }
    } else if constexpr (is<T, MassCancel>) {
        eachOptional(archive, c.instrument);
        eachOptional(archive, c.which.owner);
        eachOptional(archive, c.which.side);
        eachOptional(archive, c.which.lowest);
        eachOptional(archive, c.which.highest);
        archive(c.which.onlyCancelOnDisconnect);
    } else if constexpr (is<T, Disconnect>) {
        archive(c.account);
    } else if constexpr (is<T, BlockTrading>) {
        eachOptional(archive, c.account);
        archive(c.blocked);
    } else if constexpr (is<T, Transfer>) {
        archive(c.account, c.asset, c.amount);
    } else if constexpr (is<T, OpenAccount>) {
        archive(c.account, c.feeTier);
    } else if constexpr (is<T, SetFeeTier>) {
        archive(c.tier, c.maker, c.taker);
    } else if constexpr (is<T, ListInstrument>) {
        each(archive, c.instrument);
    } else if constexpr (is<T, SetTradingState>) {
        archive(c.instrument, c.state);
    } else if constexpr (is<T, SetPriceBand>) {
        archive(c.instrument, c.band.low, c.band.high);
    }
}

template <std::size_t... Index>
bool decodeAs(
    std::size_t wanted, ExchangeCommand& command, Reading& reading, std::index_sequence<Index...> /*all*/
)
{
    return (
        (wanted == Index && (command.emplace<Index>(), fields(reading, std::get<Index>(command)), true)) ||
        ...
    );
}

} // namespace

std::uint16_t journalKind(ExchangeCommand const& command)
{
    auto const kind = static_cast<std::uint16_t>(command.index() + 1);
    return std::holds_alternative<ListInstrument>(command) ? kind | secondLayout : kind;
}

bool isEssential(ExchangeCommand const& command)
{
    return std::holds_alternative<CancelOrder>(command) || std::holds_alternative<MassCancel>(command) ||
           std::holds_alternative<Disconnect>(command) || std::holds_alternative<BlockTrading>(command);
}

Expected<void> listable(Instrument const& instrument)
{
    if (auto good = validate(instrument); !good) {
        return good;
    }
    if (!namesFit(instrument)) {
        return fail(
            ErrorCode::InstrumentInvalid, "a name of more than " + std::to_string(longestText) + " bytes"
        );
    }
    bool const contracts = instrument.kind == ContractKind::Linear || instrument.kind == ContractKind::Quanto;
    if (!contracts && (instrument.multiplier != 1 || instrument.multiplierScale != 0)) {
        return fail(
            ErrorCode::InstrumentInvalid, "only contracts of linear or quanto kind have a multiplier"
        );
    }
    if (instrument.settle.empty() == (instrument.kind == ContractKind::Quanto)) {
        return fail(ErrorCode::InstrumentInvalid, "a quanto has a settle asset of its own, others have none");
    }
    if (instrument.maxQty <= Qty(0) || instrument.maxQty > mostQty) {
        return fail(
            ErrorCode::InstrumentInvalid,
            "max-qty of " + std::to_string(instrument.maxQty.value) + " units; expected 1 to " +
                std::to_string(mostQty.value)
        );
    }
    if (instrument.id.value >= maxInstruments) {
        return fail(
            ErrorCode::InstrumentInvalid,
            "id " + std::to_string(instrument.id.value) + "; expected less than " +
                std::to_string(maxInstruments)
        );
    }
    return {};
}

ErrorCode unfitForJournal(ExchangeCommand const& command)
{
    if (auto const* list = std::get_if<EnterList>(&command)) {
        bool const fits = list->orders.size() >= 2 && list->orders.size() <= longestList;
        return fits ? ErrorCode() : ErrorCode::OrderBadCombination;
    }
    auto const* listing = std::get_if<ListInstrument>(&command);
    return listing == nullptr || namesFit(listing->instrument) ? ErrorCode() : ErrorCode::InstrumentInvalid;
}

void encode(ExchangeCommand const& command, std::vector<std::byte>& out)
{
    Writing writing{ByteWriter(out), 2};
    std::visit([&](auto const& c) { fields(writing, c); }, command);
}

std::span<std::byte const> encodeInto(std::vector<std::byte>& room, ExchangeCommand const& command)
{
    auto const pack = [&](auto const& c) -> std::span<std::byte const> {
        constexpr std::size_t most = CommandPacking::most<std::remove_cvref_t<decltype(c)>>;
        if (room.size() < most) [[unlikely]] {
            room.resize(most);
        }
        CommandPacking packing{room.data()};
        fields(packing, c);
        return {room.data(), packing.at};
    };
    if (auto const* order = std::get_if<EnterOrder>(&command)) {
        return pack(*order);
    }
    if (auto const* cancel = std::get_if<CancelOrder>(&command)) {
        return pack(*cancel);
    }
    if (auto const* replace = std::get_if<ReplaceOrder>(&command)) {
        return pack(*replace);
    }
    room.clear();
    encode(command, room);
    return room;
}

Expected<ExchangeCommand> decodeCommand(std::uint16_t kind, std::span<std::byte const> bytes)
{
    constexpr auto all = std::make_index_sequence<std::variant_size_v<ExchangeCommand>>();
    ExchangeCommand command;
    bool const second = (kind & secondLayout) != 0;
    Reading reading{ByteReader(bytes), second ? 2 : 1};
    auto const plain = static_cast<std::uint16_t>(kind & ~unsigned{secondLayout});
    bool const known = decodeAs(std::size_t{plain} - 1, command, reading, all);
    if (!known || (second && journalKind(command) != kind)) {
        return fail(ErrorCode::JournalCorrupt, "there is no command of kind " + std::to_string(kind));
    }
    if (!reading.bytes.finished()) {
        return fail(
            ErrorCode::JournalCorrupt, "the bytes are not those of a command of kind " + std::to_string(kind)
        );
    }
    return command;
}

} // namespace qob

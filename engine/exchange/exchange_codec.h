#pragma once

#include "engine/base/bytes.h"
#include "engine/exchange/exchange_command.h"

namespace qob {

// Field by field, in one order for both ways: `each(archive, value)` writes with a ByteWriter and reads with
// a ByteReader. An Archive is called with any number of fields. What came with version 2, of images and of
// journal records: what an instrument's contracts are worth and in what, what its orders were called before,
// and whose an order's limit is.
struct Writing {
    ByteWriter bytes;
    int version = 0;

    template <class... Fields>
    void operator()(Fields const&... fields)
    {
        (bytes.put(fields), ...);
    }
};

// Writes the same bytes without asking for room: for what has no more than `most<T>` of them.
struct CommandPacking {
    std::byte* at;

    template <class T>
    static constexpr std::size_t most = 2 * sizeof(T);

    template <class... Fields>
    void operator()(Fields const&... fields)
    {
        (put(fields), ...);
    }

private:
    template <class T>
    requires std::is_integral_v<T> || std::is_enum_v<T> || std::is_same_v<T, Int128>

    void put(T value)
    {
        std::memcpy(at, &value, sizeof value);
        at += sizeof value;
    }

    template <class Tag, class Rep>
    void put(Strong<Tag, Rep> value)
    {
        put(value.value);
    }

    // The whole place of the text, a copy of known size; what is too much is written over or not used.
    template <std::size_t Capacity>
    void put(FixedText<Capacity> const& text)
    {
        put(static_cast<std::uint16_t>(text.view().size()));
        std::memcpy(at, text.view().data(), Capacity);
        at += text.view().size();
    }
};

struct Reading {
    ByteReader bytes;
    int version = 0;

    template <class... Fields>
    void operator()(Fields&... fields)
    {
        (bytes.get(fields), ...);
    }
};

template <class Archive, class T>
void eachOptional(Archive& archive, T& value)
{
    bool there = value.has_value();
    archive(there);
    if constexpr (std::is_same_v<Archive, Reading>) {
        if (there) {
            value.emplace();
        }
    }
    if (there) {
        archive(*value);
    }
}

template <class Archive>
void each(Archive& archive, auto& order) requires
    std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(order)>>, BookOrder>
{
    archive(order.id, order.owner, order.side, order.ordType, order.timeInForce, order.selfTrade);
    archive(order.execInst, order.price, order.qty, order.displayQty, order.stopPx, order.trailOffset);
    archive(order.trailStep, order.pegOffset, order.expireTime);
}

template <class Archive>
void each(Archive& archive, auto& image) requires
    std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(image)>>, OrderImage>
{
    each(archive, image.order);
    if (archive.version >= 2) {
        archive(image.order.guarded);
    }
    archive(image.place, image.leaves, image.shown, image.acceptance, image.listHead, image.contingency);
    archive(image.parent, image.restsAt);
}

// A count, then the elements, each by `one`. More than could be in what is left to read makes it bad.
template <class Archive, class Vector, class One>
void eachOf(Archive& archive, Vector& values, One&& one)
{
    auto count = static_cast<std::uint64_t>(values.size());
    archive(count);
    if constexpr (std::is_same_v<Archive, Reading>) {
        values.clear();
        while (count-- > 0 && archive.bytes.good()) {
            one(values.emplace_back());
        }
    } else {
        for (auto& value : values) {
            one(value);
        }
    }
}

template <class Archive>
void each(Archive& archive, auto& instrument) requires
    std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(instrument)>>, Instrument>
{
    archive(instrument.id, instrument.venue, instrument.symbol, instrument.base, instrument.quote);
    archive(
        instrument.kind, instrument.priceScale, instrument.qtyScale, instrument.tickSize, instrument.lotSize
    );
    archive(instrument.minQty, instrument.maxQty, instrument.minNotional, instrument.contractValue);
    archive(instrument.makerFee, instrument.takerFee, instrument.latency);
    if (archive.version >= 2) {
        archive(instrument.canonical, instrument.multiplier, instrument.multiplierScale);
        archive(instrument.sizeKnown, instrument.settle);
    }
}

} // namespace qob

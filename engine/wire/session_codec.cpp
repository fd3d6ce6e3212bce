#include "engine/wire/session_codec.h"

#include "engine/wire/field_archive.h"

namespace qob {

// Outside of any namespace without a name: they are looked for by what they are of.

void each(auto& archive, Is<Topic> auto& topic)
{
    archive(topic.kind, topic.instrument, topic.interval, topic.name, topic.withFees);
    archive(topic.hour);
}

void each(auto& archive, Is<NewOrderSingle> auto& order)
{
    archive(order.clOrdId, order.instrument, order.side, order.ordType, order.price, order.orderQty);
    archive(order.timeInForce, order.execInst, order.selfTrade, order.displayQty, order.stopPx);
    archive(order.trailOffset, order.trailStep, order.pegOffset, order.expireTime);
}

void each(auto& archive, Is<NewOrderList> auto& list)
{
    archive(list.contingency, list.orders);
}

void each(auto& archive, Is<OrderCancelRequest> auto& cancel)
{
    archive(cancel.clOrdId, cancel.origClOrdId);
}

void each(auto& archive, Is<OrderCancelReplaceRequest> auto& replace)
{
    archive(replace.clOrdId, replace.origClOrdId, replace.price, replace.orderQty, replace.stopPx);
}

void each(auto& archive, Is<OrderMassCancelRequest> auto& cancel)
{
    archive(cancel.clOrdId, cancel.instrument);
}

void each(auto& archive, Is<ReplayRequest> auto& request)
{
    archive(request.action, request.seekTo, request.speed);
}

void each(auto& archive, Is<SetRecording> auto& request)
{
    archive(request.on);
}

void each(auto& archive, Is<ClientHello> auto& hello)
{
    archive(hello.version, hello.program);
}

void each(auto& archive, Is<ClientSubmit> auto& submit)
{
    archive(submit.number, submit.command);
}

void each(auto& archive, Is<ClientSubscribe> auto& subscribe)
{
    archive(subscribe.id, subscribe.topic);
}

void each(auto& archive, Is<ClientUnsubscribe> auto& unsubscribe)
{
    archive(unsubscribe.id);
}

void each(auto& archive, Is<ClientTook> auto& took)
{
    archive(took.bytes);
}

void each(auto& archive, Is<ClientToken> auto& token)
{
    archive(token.token);
}

void each(auto& archive, Is<ServerHello> auto& hello)
{
    archive(hello.version, hello.market, hello.user, hello.account, hello.mayTrade, hello.mayOperate);
}

void each(auto& archive, Is<ServerTaken> auto& taken)
{
    archive(taken.number);
}

void each(auto& archive, Is<ServerRefused> auto& refused)
{
    archive(refused.id, refused.error);
}

void each(auto& archive, Is<ServerGoodbye> auto& goodbye)
{
    archive(goodbye.version, goodbye.error);
}

void each(FieldWriter& /*archive*/, ServerEventPart const& /*part*/) {} // encodeEventPart() has it

// Its bytes are the rest of the frame.
void each(FieldReader& archive, ServerEventPart& part)
{
    archive(part.id, part.last);
}

namespace {

std::string textOf(std::vector<std::byte> const& bytes)
{
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

std::span<std::byte const> bytesOf(std::string_view text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

template <class Variant>
std::string encoded(Variant const& frame)
{
    std::vector<std::byte> bytes;
    {
        ByteWriter to(bytes);
        FieldWriter archive(to);
        archive(frame);
    }
    return textOf(bytes);
}

tl::unexpected<Error> malformed(std::size_t size, char const* what)
{
    return fail(ErrorCode::FrameMalformed, std::to_string(size) + " bytes that are no " + what);
}

} // namespace

std::string encodeEventPart(std::uint32_t id, bool last, std::span<std::byte const> bytes)
{
    auto const kind = static_cast<std::uint8_t>(ServerFrame(ServerEventPart{}).index());
    std::vector<std::byte> head;
    ByteWriter(head).put(kind).put(id).put(last);
    auto text = textOf(head);
    text.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
    return text;
}

std::string encode(ClientFrame const& frame)
{
    return encoded(frame);
}

std::string encode(ServerFrame const& frame)
{
    if (auto const* part = std::get_if<ServerEventPart>(&frame)) {
        return encodeEventPart(part->id, part->last, part->bytes);
    }
    return encoded(frame);
}

Expected<ClientFrame> decodeClientFrame(std::string_view bytes)
{
    ByteReader from(bytesOf(bytes));
    ClientFrame frame;
    FieldReader archive(from);
    archive(frame);
    if (!archive.good() || !from.finished()) {
        return malformed(bytes.size(), "frame of a terminal");
    }
    return frame;
}

Expected<ServerFrame> decodeServerFrame(std::string_view bytes)
{
    ByteReader from(bytesOf(bytes));
    ServerFrame frame;
    FieldReader archive(from);
    archive(frame);
    if (!archive.good()) {
        return malformed(bytes.size(), "frame of a server");
    }
    if (auto* part = std::get_if<ServerEventPart>(&frame)) {
        auto const rest = bytesOf(bytes).last(from.left());
        part->bytes.assign(rest.begin(), rest.end());
        return frame;
    }
    if (!from.finished()) {
        return malformed(bytes.size(), "frame of a server");
    }
    return frame;
}

} // namespace qob

#include "engine/gateway/channel.h"

#include <algorithm>

namespace qob {

void StreamChannel::add(ChannelReader& reader)
{
    m_readers.push_back({&reader, false});
    if (auto const data = snapshot()) {
        offerSnapshot(m_readers.back(), framed(*data));
    }
}

void StreamChannel::remove(ChannelReader& reader)
{
    std::erase_if(m_readers, [&](Reader const& one) { return one.to == &reader; });
}

void StreamChannel::catchUp(ChannelReader& reader)
{
    auto const found = std::find_if(m_readers.begin(), m_readers.end(), [&](Reader const& one) {
        return one.to == &reader;
    });
    if (found != m_readers.end() && !found->inStep) {
        if (auto const data = snapshot()) {
            offerSnapshot(*found, framed(*data));
        }
    }
}

void StreamChannel::publish(std::string data)
{
    ++m_sequence;
    auto const message = framed(data);
    for (Reader& reader : m_readers) {
        reader.inStep = reader.inStep && reader.to->take(*this, message);
    }
}

void StreamChannel::restart()
{
    ++m_sequence;
    auto const data = snapshot();
    if (!data) {
        return;
    }
    auto const message = framed(*data);
    for (Reader& reader : m_readers) {
        offerSnapshot(reader, message);
    }
}

void StreamChannel::offerSnapshot(Reader& reader, StreamMessage const& message)
{
    reader.inStep = reader.to->take(*this, message);
}

StreamMessage StreamChannel::framed(std::string_view data) const
{
    std::string text;
    text.reserve(data.size() + m_name.size() + 24);
    text.append(R"({"stream":")").append(m_name).append(R"(","data":)").append(data).append("}");
    return std::make_shared<std::string const>(std::move(text));
}

Expected<StreamChannel*> ChannelHub::find(std::string_view name)
{
    auto const whole = channelName(m_world.board, name);
    if (!whole) {
        return tl::unexpected(whole.error());
    }
    auto& channel = m_channels[*whole];
    if (channel == nullptr) {
        auto made = makeChannel(m_world, *whole);
        if (!made) {
            m_channels.erase(*whole);
            return tl::unexpected(made.error());
        }
        channel = std::move(*made);
    }
    return channel.get();
}

void ChannelHub::release(std::string const& name)
{
    auto const found = m_channels.find(name);
    if (found != m_channels.end() && found->second->readers() == 0) {
        m_channels.erase(found);
    }
}

} // namespace qob

#pragma once

#include "engine/gateway/gateway_world.h"
#include "engine/gateway/stream.h"

#include <optional>
#include <string>

namespace qob {

class StreamChannel;

// Who gets a channel's messages. On the gateway's thread.
class ChannelReader {
public:
    virtual ~ChannelReader() = default;

    // False: it has no room for it now; it will ask for a snapshot when it has.
    virtual bool take(StreamChannel const& channel, StreamMessage const& message) = 0;
};

// One named market stream: what is said is written once and shared by all who read it. A reader gets a
// snapshot first, then what changes, numbered without a hole; one that was too slow for a message gets a
// snapshot again when it catches up, with how many messages it was spared.
class StreamChannel {
public:
    explicit StreamChannel(std::string name) : m_name(std::move(name)) {}

    virtual ~StreamChannel() = default;
    StreamChannel(StreamChannel const&) = delete;
    StreamChannel& operator=(StreamChannel const&) = delete;

    [[nodiscard]] std::string const& name() const { return m_name; }

    void add(ChannelReader& reader);
    void remove(ChannelReader& reader);

    [[nodiscard]] std::size_t readers() const { return m_readers.size(); }

    // The reader has room again.
    void catchUp(ChannelReader& reader);

    // An instrument counts in other units: a channel of it begins anew.
    virtual void onUnits(Instrument const& /*instrument*/) {}

protected:
    // The whole state as it is, with the number that the next change counts on from; nothing: there is none
    // yet.
    virtual std::optional<std::string> snapshot() = 0;

    // To all who are in step.
    void publish(std::string data);

    // The state has come for the first time, or is another: all get a snapshot.
    void restart();

    [[nodiscard]] std::uint64_t sequence() const { return m_sequence; }

private:
    struct Reader {
        ChannelReader* to;
        bool inStep = false;
    };

    void offerSnapshot(Reader& reader, StreamMessage const& message);
    [[nodiscard]] StreamMessage framed(std::string_view data) const;

    std::string m_name;
    std::vector<Reader> m_readers;
    std::uint64_t m_sequence = 0;
};

// "depth@BTC-USDT", "depth20@SIM-A:BTC-USDT@100ms", "trade@…", "ticker@…", "kline_1m@…", "consolidated@…".
// StreamUnknown with those there are; OrderUnknownSymbol.
Expected<std::unique_ptr<StreamChannel>> makeChannel(GatewayWorld& world, std::string_view name);

// The one name of a channel that can be written in several ways: venue and symbol in full, the interval said.
Expected<std::string> channelName(MarketBoard const& board, std::string_view written);

// The channels that somebody reads. On the gateway's thread.
class ChannelHub {
public:
    explicit ChannelHub(GatewayWorld& world) : m_world(world) {}

    // Also makes it. StreamUnknown, OrderUnknownSymbol.
    Expected<StreamChannel*> find(std::string_view name);

    // Forgets it when nobody reads it any more.
    void release(std::string const& name);

    [[nodiscard]] std::size_t size() const { return m_channels.size(); }

    void onUnits(Instrument const& instrument)
    {
        for (auto const& [name, channel] : m_channels) {
            channel->onUnits(instrument);
        }
    }

    std::uint64_t resyncs = 0; // snapshots given to readers that had been too slow

private:
    GatewayWorld& m_world;
    std::map<std::string, std::unique_ptr<StreamChannel>, std::less<>> m_channels;
};

} // namespace qob

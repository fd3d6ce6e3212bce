#pragma once

#include "engine/gateway/binance_world.h"
#include "engine/gateway/client_stream.h"

namespace qob {

// The market streams in Binance's language that one connection reads. On the gateway's thread.
class BinanceSubscriptions final : public BinanceReader {
public:
    // `combined`: messages say which stream they are of.
    BinanceSubscriptions(BinanceWorld& world, std::string venue, StreamOut& out, bool combined)
        : m_world(world)
        , m_venue(std::move(venue))
        , m_out(out)
        , m_combined(combined)
    {}

    ~BinanceSubscriptions() override;
    BinanceSubscriptions(BinanceSubscriptions const&) = delete;
    BinanceSubscriptions& operator=(BinanceSubscriptions const&) = delete;

    // All of them or none. StreamUnknown, OrderUnknownSymbol, StreamTooMany.
    Expected<void> subscribe(std::vector<std::string> const& names);
    void unsubscribe(std::vector<std::string> const& names);

    [[nodiscard]] std::map<std::string, std::shared_ptr<BinanceChannel>> const& all() const
    {
        return m_channels;
    }

    void take(BinanceMessage& message) override;

private:
    BinanceWorld& m_world;
    std::string m_venue;
    StreamOut& m_out;
    bool m_combined;
    std::map<std::string, std::shared_ptr<BinanceChannel>> m_channels;
};

// What a client sent: {"id":1,"method":"SUBSCRIBE","params":…}.
struct BinanceAsked {
    std::string id; // as it is written
    std::string method;
    std::string params; // as it is written; empty: none
};

// RequestMalformed, RequestMissing.
Expected<BinanceAsked> readBinanceAsked(std::string_view message);

// The streams that params names.
Expected<std::vector<std::string>> readBinanceNames(std::string const& params);

// {"error":{"code":2,"msg":…},"id":…}: why a market stream could not be had.
std::string binanceStreamError(std::string const& id, Error const& error);

// The stream behind /ws/NAME, /ws/LISTENKEY, /stream?streams=NAME/NAME and whatever else is below the two:
// SUBSCRIBE, UNSUBSCRIBE, LIST_SUBSCRIPTIONS.
Expected<std::unique_ptr<Stream>>
openBinanceStream(ClientWorld& shared, WebRequest const& request, StreamOut& out);

// The stream behind /ws-api/v3: requests, signed in their params, and the user's own events.
Expected<std::unique_ptr<Stream>>
openBinanceApi(ClientWorld& shared, WebRequest const& request, StreamOut& out);

} // namespace qob

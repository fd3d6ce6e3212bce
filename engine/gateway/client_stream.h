#pragma once

#include "engine/gateway/channel.h"
#include "engine/gateway/login_watch.h"
#include "engine/gateway/router.h"
#include "engine/gateway/server.h"

namespace qob {

class BinanceWorld;

// What client streams share. On the gateway's thread; all outlive them.
struct ClientWorld {
    GatewayWorld& world;
    ChannelHub& hub;
    Router const& router;
    Authenticate authenticate;
    Refreshed refreshed;
    Admit admit;
    std::uint64_t& dropped; // counts those closed because they read too slowly
    BinanceWorld& binance;
};

// The stream behind /ws: market channels, the account's own events once somebody is logged in, and requests.
//
//   {"method":"SUBSCRIBE","params":["depth@BTC-USDT"],"id":1}         UNSUBSCRIBE, LIST_SUBSCRIPTIONS
//   {"type":"subscribe","channel":"orderbook","venue":…,"symbol":…}   unsubscribe
//   {"method":"AUTH","params":{"token":…},"id":2}                     {"type":"auth","token":…}
//   {"method":"order.place","params":{…},"id":3}                      order.cancel, order.amend, order.status
//
// Names of Binance's, "btcusdt@trade", are taken for what they are there (binance_stream.h).
// Private channels are called orders, fills, positions and balances.
Expected<std::unique_ptr<Stream>>
openClientStream(ClientWorld& shared, WebRequest const& request, StreamOut& out);

} // namespace qob

#include "engine/gateway/client_stream.h"

#include "engine/base/json_writer.h"
#include "engine/gateway/binance_stream.h"
#include "engine/gateway/parting_orders.h"
#include "engine/gateway/private_channels.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace qob {

namespace {

constexpr std::size_t mostChannels = 200;       // of one connection
constexpr std::size_t mostQueued = 128U << 10U; // then market channels wait for the client
constexpr std::uint16_t policyViolation = 1008;
constexpr std::string_view loginIsOver = "the login is over";

// What a client sent.
struct Asked {
    std::string method; // or the type of the other language
    std::string id;     // as it is written; empty: none
    WebRequest fields;  // the object's
    bool typed = false; // {"type":…} instead of {"method":…}
};

struct OrderMethod {
    std::string_view name;
    HttpMethod method;
    std::string_view path;
};

constexpr std::array orderMethods{
    OrderMethod{"order.place", HttpMethod::Post, "/api/v1/order"},
    OrderMethod{"order.cancel", HttpMethod::Delete, "/api/v1/order"},
    OrderMethod{"order.amend", HttpMethod::Put, "/api/v1/order"},
    OrderMethod{"order.status", HttpMethod::Get, "/api/v1/order"},
    OrderMethod{"order.cancelAll", HttpMethod::Delete, "/api/v1/order/open"},
    OrderMethod{"orders.open", HttpMethod::Get, "/api/v1/order/open"},
};

Expected<Asked> readAsked(std::string_view message)
{
    Asked asked;
    asked.fields.body = std::string(message);
    if (auto const read = readBody(asked.fields); !read) {
        return tl::unexpected(read.error());
    }
    auto const* const method = asked.fields.parameter("method");
    auto const* const type = asked.fields.parameter("type");
    if (method == nullptr && type == nullptr) {
        return fail(ErrorCode::RequestMissing, "method, or type");
    }
    asked.typed = method == nullptr;
    asked.method = asked.typed ? *type : *method;
    if (auto const* const id = asked.fields.parameter("id")) {
        bool const number = !id->empty() && id->size() < 19 &&
                            std::all_of(id->begin(), id->end(), [](char c) { return c >= '0' && c <= '9'; });
        JsonWriter quoted;
        asked.id = number ? *id : quoted.string(*id).text();
    }
    return asked;
}

// The texts of a JSON array.
Expected<std::vector<std::string>> readTexts(std::string const* array)
{
    std::vector<std::string> texts;
    simdjson::dom::parser parser;
    simdjson::dom::array elements;
    if (array == nullptr || parser.parse(*array).get_array().get(elements) != simdjson::SUCCESS) {
        return fail(ErrorCode::RequestMissing, "params; expected an array of stream names");
    }
    for (auto const element : elements) {
        std::string_view text;
        if (element.get_string().get(text) != simdjson::SUCCESS) {
            return fail(ErrorCode::RequestBadValue, "params; expected an array of stream names");
        }
        texts.emplace_back(text);
    }
    return texts;
}

// The stream that {"channel":…,"venue":…,"symbol":…} is another word for.
Expected<std::string> typedName(WebRequest const& fields)
{
    auto const* const channel = fields.parameter("channel");
    auto const* const venue = fields.parameter("venue");
    auto const* const symbol = fields.parameter("symbol");
    if (channel == nullptr) {
        return fail(ErrorCode::RequestMissing, "channel");
    }
    if (PrivateChannels::isOne(*channel)) {
        return *channel;
    }
    if (symbol == nullptr) {
        return fail(ErrorCode::RequestMissing, "symbol");
    }
    auto const of = "@" + (venue == nullptr ? *symbol : *venue + ":" + *symbol);
    auto const* const interval = fields.parameter("interval");
    if (*channel == "orderbook") {
        auto const* const levels = fields.parameter("levels");
        return "depth" + (levels == nullptr ? std::string() : *levels) + of;
    }
    if (*channel == "trades") {
        return "trade" + of;
    }
    if (*channel == "klines") {
        return "kline_" + (interval == nullptr ? "1m" : *interval) + of;
    }
    return *channel + of; // ticker, consolidated, or what is refused by its name
}

class ClientStream final : public Stream,
                           public ChannelReader,
                           public std::enable_shared_from_this<ClientStream> {
public:
    ClientStream(ClientWorld& shared, WebRequest const& request, StreamOut& out)
        : m_shared(shared)
        , m_out(out)
        , m_handshake(request)
        , m_login(shared.world, shared.refreshed)
    {
        m_handshake.body.clear();
        watchLogin();
    }

    ~ClientStream() override
    {
        for (auto const& [name, channel] : m_channels) {
            channel->remove(*this);
            m_shared.hub.release(name);
        }
        cancelOnDisconnect();
    }

    ClientStream(ClientStream const&) = delete;
    ClientStream& operator=(ClientStream const&) = delete;

    void onMessage(std::string_view message, bool binary) override
    {
        auto const asked = binary ? Expected<Asked>(fail(ErrorCode::RequestMalformed, "expected text frames"))
                                  : readAsked(message);
        if (!asked) {
            refuse({}, asked.error());
            return;
        }
        // With the rights of now, not those of when it came.
        if (auto now = m_shared.refreshed(m_handshake.principal)) {
            m_handshake.principal = std::move(*now);
        } else {
            refuse(asked->id, now.error());
            m_out.close(policyViolation, loginIsOver);
            return;
        }
        if (m_shared.admit) {
            if (auto const refusal = m_shared.admit(m_handshake)) {
                refuse(asked->id, refusal->error);
                return;
            }
        }
        dispatch(*asked);
    }

    void onDrained() override
    {
        for (auto const& name : std::exchange(m_behind, {})) {
            auto const found = m_channels.find(name);
            if (found != m_channels.end()) {
                ++m_shared.hub.resyncs;
                found->second->catchUp(*this);
            }
        }
        if (m_private != nullptr) {
            m_private->onDrained();
        }
    }

    bool take(StreamChannel const& channel, StreamMessage const& message) override
    {
        if (m_out.queuedBytes() > mostQueued || !m_out.send(message, false)) {
            m_behind.insert(channel.name());
            return false;
        }
        return true;
    }

private:
    void dispatch(Asked const& asked)
    {
        auto const order =
            std::find_if(orderMethods.begin(), orderMethods.end(), [&](OrderMethod const& one) {
                return one.name == asked.method;
            });
        if (order != orderMethods.end()) {
            request(asked, *order);
        } else if (asked.method == "SUBSCRIBE" || asked.method == "UNSUBSCRIBE") {
            auto const names = readTexts(asked.fields.parameter("params"));
            if (names && !names->empty() && std::all_of(names->begin(), names->end(), isBinanceStream)) {
                changeBinance(asked, *names);
            } else {
                names ? change(asked, *names, asked.method == "SUBSCRIBE") : refuse(asked.id, names.error());
            }
        } else if (asked.method == "subscribe" || asked.method == "unsubscribe") {
            auto const name = typedName(asked.fields);
            name ? change(asked, {*name}, asked.method == "subscribe") : refuse(asked.id, name.error());
        } else if (asked.method == "LIST_SUBSCRIPTIONS") {
            list(asked);
        } else if (asked.method == "AUTH" || asked.method == "auth") {
            authenticate(asked);
        } else if (asked.method == "PING" || asked.method == "ping") {
            answer(asked, R"("pong")");
        } else {
            refuse(
                asked.id,
                {ErrorCode::RequestBadValue,
                 asked.method +
                     "; expected SUBSCRIBE, UNSUBSCRIBE, LIST_SUBSCRIPTIONS, AUTH, PING, or order.place "
                     "and the like"}
            );
        }
    }

    void changeBinance(Asked const& asked, std::vector<std::string> const& names)
    {
        auto const venue = binanceVenue(m_shared.world.board, m_handshake);
        auto done = venue ? Expected<void>() : tl::unexpected(venue.error());
        if (!m_handshake.principal.may(Permission::ReadMarket)) {
            done = fail(ErrorCode::AuthRequired, names.front());
        }
        if (done && m_binance == nullptr) {
            m_binance = std::make_unique<BinanceSubscriptions>(m_shared.binance, *venue, m_out, false);
        }
        if (done && asked.method == "SUBSCRIBE") {
            done = m_binance->subscribe(names);
        } else if (done) {
            m_binance->unsubscribe(names);
        }
        done ? say(R"({"result":null,"id":)" + (asked.id.empty() ? "null" : asked.id) + "}")
             : say(binanceStreamError(asked.id.empty() ? "null" : asked.id, done.error()));
    }

    using Channels = std::vector<std::pair<std::string, StreamChannel*>>; // null: one of the client's own

    static tl::unexpected<Error> tooMany()
    {
        return fail(ErrorCode::StreamTooMany, "a connection has at most " + std::to_string(mostChannels));
    }

    // Each once, under its whole name; up to the first that cannot be had.
    Expected<void> findChannels(std::vector<std::string> const& names, Channels& found)
    {
        if (names.size() > mostChannels) {
            return tooMany();
        }
        for (std::string const& name : names) {
            bool const own = PrivateChannels::isOne(name);
            if (!m_handshake.principal.may(own ? Permission::ReadOrders : Permission::ReadMarket)) {
                return fail(ErrorCode::AuthRequired, name);
            }
            auto const channel = own ? Expected<StreamChannel*>(nullptr) : m_shared.hub.find(name);
            if (!channel) {
                return tl::unexpected(channel.error());
            }
            auto const whole = own ? name : (*channel)->name();
            bool const twice =
                std::any_of(found.begin(), found.end(), [&](auto const& one) { return one.first == whole; });
            if (!twice) {
                found.emplace_back(whole, *channel);
            }
        }
        return {};
    }

    // All of them or none.
    void change(Asked const& asked, std::vector<std::string> const& names, bool on)
    {
        Channels found;
        auto can = findChannels(names, found);
        if (can && on && m_channels.size() + found.size() > mostChannels) {
            can = tooMany();
        }
        if (!can) {
            for (auto const& [name, channel] : found) {
                m_shared.hub.release(name);
            }
            refuse(asked.id, can.error());
            return;
        }
        JsonWriter json;
        json.beginArray();
        for (auto const& [name, channel] : found) {
            json.string(name);
        }
        json.endArray();
        answer(asked, json.text());
        for (auto const& [name, channel] : found) {
            on ? join(name, channel) : leave(name, channel);
        }
    }

    void join(std::string const& name, StreamChannel* channel)
    {
        if (channel != nullptr) {
            if (m_channels.emplace(name, channel).second) {
                channel->add(*this);
            }
            return;
        }
        AccountDesk* const desk = m_shared.world.accounts.of(m_handshake.principal.account);
        if (desk == nullptr) {
            m_out.close(policyViolation, Error{ErrorCode::SessionClosed, {}}.message());
            return;
        }
        if (m_private == nullptr) {
            m_private = std::make_unique<PrivateChannels>(m_shared.world, *desk, m_out, m_shared.dropped);
        }
        desk->whenReady([weak = weak_from_this(), name](Expected<void> const& ready) {
            auto const self = weak.lock();
            if (self && !ready) {
                self->m_out.close(policyViolation, ready.error().message()); // it was told that it has it
            } else if (self && self->m_private != nullptr) {
                self->m_private->subscribe(name);
            }
        });
    }

    void leave(std::string const& name, StreamChannel* channel)
    {
        if (channel == nullptr) {
            if (m_private != nullptr) {
                m_private->unsubscribe(name);
            }
            return;
        }
        channel->remove(*this);
        m_channels.erase(name);
        m_behind.erase(name);
        m_shared.hub.release(name);
    }

    void list(Asked const& asked)
    {
        JsonWriter json;
        json.beginArray();
        for (auto const& [name, channel] : m_channels) {
            json.string(name);
        }
        if (m_binance != nullptr) {
            for (auto const& [name, channel] : m_binance->all()) {
                json.string(name);
            }
        }
        if (m_private != nullptr) {
            for (std::string const& name : m_private->names()) {
                json.string(name);
            }
        }
        answer(asked, json.endArray().text());
    }

    // As the same request over HTTP, by the same checks.
    void request(Asked const& asked, OrderMethod const& order)
    {
        auto asking = std::make_shared<WebRequest>(m_handshake);
        asking->method = order.method;
        asking->path = order.path;
        asking->parameters.clear();
        auto const* const params = asked.fields.parameter("params");
        asking->body = params == nullptr ? std::string() : *params;
        std::erase_if(asking->headers, [](auto const& header) { return header.first == "content-type"; });
        auto const route = m_shared.router.find(*asking);
        auto checked = route ? checkPermission(**route, asking->principal) : tl::unexpected(route.error());
        checked = checked ? readBody(*asking) : checked;
        checked = checked ? checkParameters(**route, *asking) : checked;
        if (!checked) {
            refuse(asked.id, checked.error());
            return;
        }
        remember(order, *asking);
        (*route)->handler(
            *asking,
            [weak = weak_from_this(), asking, id = asked.id](WebResponse const& response) {
                auto const self = weak.lock();
                if (self == nullptr) {
                    return;
                }
                // What is wrong comes as {"error":…} already.
                auto const body = response.status < 300 ? R"("result":)" + response.body
                                                        : response.body.substr(1, response.body.size() - 2);
                self->say("{" + (id.empty() ? "" : R"("id":)" + id + ",") + body + "}");
            }
        );
    }

    // Orders that are to go with the connection.
    void remember(OrderMethod const& order, WebRequest& request)
    {
        auto const* const wanted = request.parameter("cancelOnDisconnect");
        if (order.name != "order.place" || wanted == nullptr || *wanted != "true") {
            return;
        }
        auto const* const given = request.parameter("clOrdId");
        auto const id =
            given == nullptr ? m_shared.world.nextId() : ClOrdId(ClOrdId::fits(*given) ? *given : "");
        if (given == nullptr) {
            request.parameters.emplace_back("clOrdId", id.text());
        }
        if (!id.empty()) {
            m_goWithUs.add(id, m_shared.world.accounts.of(m_handshake.principal.account));
        }
    }

    void cancelOnDisconnect()
    {
        AccountDesk* const desk =
            m_goWithUs.empty() ? nullptr : m_shared.world.accounts.of(m_handshake.principal.account);
        if (desk != nullptr) {
            m_goWithUs.cancel(*desk, m_shared.world.nextId);
        }
    }

    // With a token or the headers of a signed GET of the stream's own path.
    void authenticate(Asked const& asked)
    {
        WebRequest claim = m_handshake;
        claim.principal = {};
        std::erase_if(claim.headers, [](auto const& header) { return header.first == "authorization"; });
        auto inner = asked.fields;
        if (auto const* const params = asked.fields.parameter("params")) {
            inner = {};
            inner.body = *params;
            if (auto const read = readBody(inner); !read) {
                refuse(asked.id, read.error());
                return;
            }
        }
        for (auto const& [field, header] :
             {std::pair{"token", "authorization"},
              {"key", "qob-key"},
              {"timestamp", "qob-timestamp"},
              {"nonce", "qob-nonce"},
              {"signature", "qob-signature"}}) {
            if (auto const* const value = inner.parameter(field)) {
                claim.headers.emplace_back(
                    header, std::string_view(field) == "token" ? "Bearer " + *value : *value
                );
            }
        }
        m_shared.authenticate(
            claim,
            [weak = weak_from_this(), asked, &thread = m_shared.world.thread](Expected<Principal> principal) {
                thread.post([weak, asked, principal = std::move(principal)] {
                    if (auto const self = weak.lock()) {
                        self->authenticated(asked, principal);
                    }
                });
            }
        );
    }

    void authenticated(Asked const& asked, Expected<Principal> const& principal)
    {
        if (!principal || principal->user == UserId(0)) {
            refuse(
                asked.id,
                principal ? Error{ErrorCode::AuthRequired, "token, or key and signature"} : principal.error()
            );
            return;
        }
        if (m_handshake.principal.user != UserId(0) && m_handshake.principal.account != principal->account) {
            refuse(asked.id, {ErrorCode::RequestConflict, "the connection is another user's already"});
            return;
        }
        m_handshake.principal = *principal;
        watchLogin();
        JsonWriter json;
        json.beginObject().key("user").string(principal->name);
        json.key("role").string(roleName(principal->role));
        json.key("account").integer(principal->account.value).endObject();
        answer(asked, json.text());
    }

    // A stream ends with the login it was opened with.
    void watchLogin()
    {
        m_login.watch(m_handshake.principal, [this](Error const&) {
            m_out.close(policyViolation, loginIsOver);
        });
    }

    void answer(Asked const& asked, std::string const& result)
    {
        auto const id = asked.id.empty() ? "null" : asked.id;
        auto const word = !asked.typed || asked.method == "ping" ? std::string()
                          : asked.method == "auth"               ? R"("type":"authenticated",)"
                                                                 : R"("type":")" + asked.method + R"(d",)";
        say("{" + word + R"("id":)" + id + R"(,"result":)" + result + "}");
    }

    void refuse(std::string const& id, Error const& error)
    {
        auto const body = errorResponse(error).body;
        say("{" + (id.empty() ? "" : R"("id":)" + id + ",") + body.substr(1));
    }

    // Of an answer nothing may be left out: who does not read them is sent away.
    void say(std::string text)
    {
        if (!m_out.send(std::make_shared<std::string const>(std::move(text)), false)) {
            ++m_shared.dropped;
            m_out.close(policyViolation, "reads too slowly");
        }
    }

    ClientWorld& m_shared;
    StreamOut& m_out;
    WebRequest m_handshake; // with the principal
    std::map<std::string, StreamChannel*> m_channels;
    std::set<std::string> m_behind;
    std::unique_ptr<PrivateChannels> m_private;
    std::unique_ptr<BinanceSubscriptions> m_binance;
    PartingOrders m_goWithUs;
    LoginWatch m_login;
};

// What a connection owns, while answers that are under way hold it weakly.
class OwnedStream final : public Stream {
public:
    explicit OwnedStream(std::shared_ptr<ClientStream> stream) : m_stream(std::move(stream)) {}

    void onMessage(std::string_view message, bool binary) override { m_stream->onMessage(message, binary); }

    void onDrained() override { m_stream->onDrained(); }

private:
    std::shared_ptr<ClientStream> m_stream;
};

} // namespace

Expected<std::unique_ptr<Stream>>
openClientStream(ClientWorld& shared, WebRequest const& request, StreamOut& out)
{
    return std::unique_ptr<Stream>(
        std::make_unique<OwnedStream>(std::make_shared<ClientStream>(shared, request, out))
    );
}

} // namespace qob

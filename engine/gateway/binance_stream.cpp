#include "engine/gateway/binance_stream.h"

#include "engine/gateway/binance_user_data.h"

#include <simdjson.h>

#include <algorithm>

namespace qob {

namespace {

constexpr std::size_t mostChannels = 200;       // of one connection
constexpr std::size_t mostQueued = 128U << 10U; // then market messages pass the client over
constexpr std::uint16_t policyViolation = 1008;

// "a/b" -> {"a", "b"}
std::vector<std::string> splitNames(std::string_view text)
{
    std::vector<std::string> names;
    while (!text.empty()) {
        auto const end = std::min(text.find('/'), text.size());
        if (end > 0) {
            names.emplace_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return names;
}

class MarketStream final : public Stream {
public:
    MarketStream(
        ClientWorld& shared, WebRequest const& request, std::string venue, StreamOut& out, bool combined
    )
        : m_shared(shared)
        , m_handshake(request)
        , m_out(out)
        , m_combined(combined)
        , m_subscriptions(shared.binance, std::move(venue), out, combined)
        , m_login(shared.world, shared.refreshed)
    {
        // A stream ends with the login it was opened with.
        m_login.watch(m_handshake.principal, [this](Error const&) {
            m_out.close(policyViolation, "the login is over");
        });
    }

    // Names that are no streams are a client's own number of a connection.
    Expected<void> open(std::vector<std::string> const& names)
    {
        std::vector<std::string> streams;
        std::copy_if(names.begin(), names.end(), std::back_inserter(streams), [](std::string const& name) {
            return name.find('@') != std::string::npos;
        });
        for (std::string const& name : names) {
            Principal const* const principal = m_shared.binance.listenKeys.find(name);
            if (principal != nullptr) {
                openUser(*principal, name);
            } else if (BinanceListenKeys::looksLikeOne(name)) {
                return fail(ErrorCode::AuthRevoked, "the listen key");
            }
        }
        return subscribe(streams);
    }

    void onMessage(std::string_view message, bool /*binary*/) override
    {
        auto const asked = readBinanceAsked(message);
        if (!asked) {
            refuse("null", asked.error());
            return;
        }
        if (auto const refusal = m_shared.admit ? m_shared.admit(m_handshake) : std::nullopt) {
            refuse(asked->id, refusal->error);
            return;
        }
        if (asked->method == "LIST_SUBSCRIPTIONS") {
            JsonWriter json;
            json.beginArray();
            for (auto const& [name, channel] : m_subscriptions.all()) {
                json.string(name);
            }
            say(R"({"result":)" + json.endArray().text() + R"(,"id":)" + asked->id + "}");
            return;
        }
        auto const names = readBinanceNames(asked->params);
        bool const on = asked->method == "SUBSCRIBE";
        auto done = names ? Expected<void>() : tl::unexpected(names.error());
        if (!on && asked->method != "UNSUBSCRIBE") {
            done = fail(
                ErrorCode::RequestBadValue,
                asked->method + "; expected SUBSCRIBE, UNSUBSCRIBE or LIST_SUBSCRIPTIONS"
            );
        } else if (names && on) {
            done = subscribe(*names);
        } else if (names) {
            m_subscriptions.unsubscribe(*names);
        }
        done ? say(R"({"result":null,"id":)" + asked->id + "}") : refuse(asked->id, done.error());
    }

    void onDrained() override {}

private:
    Expected<void> subscribe(std::vector<std::string> const& names)
    {
        // Who came by the key to a stream of one's own alone may read no more than that.
        if (!names.empty() && !m_handshake.principal.may(Permission::ReadMarket)) {
            return fail(ErrorCode::AuthRequired, names.front());
        }
        return m_subscriptions.subscribe(names);
    }

    void openUser(Principal const& principal, std::string const& key)
    {
        AccountDesk* const desk = m_shared.world.accounts.of(principal.account);
        if (desk == nullptr) {
            return;
        }
        desk->whenReady([this, alive = std::weak_ptr(m_alive), desk, key](Expected<void> const& ready) {
            if (!alive.expired()) {
                ready ? listen(*desk, key) : m_out.close(policyViolation, ready.error().message());
            }
        });
    }

    // For as long as its key is good.
    void watchKey(std::string const& key)
    {
        m_keyTimer = m_shared.world.thread.after(LoginWatch::period, [this, key] {
            if (m_shared.binance.listenKeys.find(key) == nullptr) {
                m_out.close(policyViolation, "the listen key is over");
            } else {
                watchKey(key);
            }
        });
    }

    void listen(AccountDesk& desk, std::string const& key)
    {
        watchKey(key);
        m_user = std::make_unique<BinanceUserData>(
            m_shared.world,
            desk,
            [this, key](std::string event) {
                auto text = m_combined ? R"({"stream":")" + key + R"(","data":)" + event + "}" : event;
                return m_out.send(std::make_shared<std::string const>(std::move(text)), false);
            },
            [this](std::string_view why) { m_out.close(policyViolation, why); }
        );
    }

    void refuse(std::string const& id, Error const& error) { say(binanceStreamError(id, error)); }

    void say(std::string text)
    {
        if (!m_out.send(std::make_shared<std::string const>(std::move(text)), false)) {
            ++m_shared.dropped;
            m_out.close(policyViolation, "reads too slowly");
        }
    }

    ClientWorld& m_shared;
    WebRequest m_handshake; // with the principal
    StreamOut& m_out;
    bool m_combined;
    BinanceSubscriptions m_subscriptions;
    LoginWatch m_login;
    std::shared_ptr<void> m_keyTimer;
    std::unique_ptr<BinanceUserData> m_user;
    std::shared_ptr<int> m_alive = std::make_shared<int>(); // watched by what is under way
};

} // namespace

BinanceSubscriptions::~BinanceSubscriptions()
{
    for (auto const& [name, channel] : m_channels) {
        channel->remove(*this);
    }
}

Expected<void> BinanceSubscriptions::subscribe(std::vector<std::string> const& names)
{
    std::vector<std::shared_ptr<BinanceChannel>> found;
    if (names.size() > mostChannels) {
        return fail(ErrorCode::StreamTooMany, "a connection has at most " + std::to_string(mostChannels));
    }
    for (std::string const& name : names) {
        auto const channel = m_world.hub.find(m_venue, name);
        if (!channel) {
            return tl::unexpected(channel.error());
        }
        found.push_back(*channel);
    }
    if (m_channels.size() + found.size() > mostChannels) {
        return fail(ErrorCode::StreamTooMany, "a connection has at most " + std::to_string(mostChannels));
    }
    for (auto const& channel : found) {
        if (m_channels.emplace(channel->name(), channel).second) {
            channel->add(*this);
        }
    }
    return {};
}

void BinanceSubscriptions::unsubscribe(std::vector<std::string> const& names)
{
    for (std::string const& name : names) {
        auto const found = m_channels.find(name);
        if (found != m_channels.end()) {
            found->second->remove(*this);
            m_channels.erase(found);
        }
    }
}

void BinanceSubscriptions::take(BinanceMessage& message)
{
    if (m_out.queuedBytes() <= mostQueued) {
        static_cast<void>(m_out.send(message.form(m_combined), false));
    }
}

std::string binanceStreamError(std::string const& id, Error const& error)
{
    JsonWriter text;
    text.string(readable(error.message()));
    return R"({"error":{"code":2,"msg":)" + text.text() + R"(},"id":)" + id + "}";
}

Expected<BinanceAsked> readBinanceAsked(std::string_view message)
{
    WebRequest fields;
    fields.body = std::string(message);
    if (auto const read = readBody(fields); !read) {
        return tl::unexpected(read.error());
    }
    auto const* const method = fields.parameter("method");
    auto const* const params = fields.parameter("params");
    if (method == nullptr) {
        return fail(ErrorCode::RequestMissing, "method");
    }
    BinanceAsked asked{"null", *method, params == nullptr ? std::string() : *params};
    // Echoed as it is: a number stays one, and so does a text.
    simdjson::dom::parser parser;
    simdjson::dom::element id;
    if (parser.parse(message.data(), message.size())["id"].get(id) == simdjson::SUCCESS &&
        (id.is_string() || id.is_int64())) {
        asked.id = simdjson::minify(id);
    }
    return asked;
}

Expected<std::vector<std::string>> readBinanceNames(std::string const& params)
{
    std::vector<std::string> names;
    simdjson::dom::parser parser;
    simdjson::dom::array elements;
    if (parser.parse(params).get_array().get(elements) != simdjson::SUCCESS) {
        return fail(ErrorCode::RequestMissing, "params; expected an array of stream names");
    }
    for (auto const element : elements) {
        std::string_view name;
        if (element.get_string().get(name) != simdjson::SUCCESS) {
            return fail(ErrorCode::RequestBadValue, "params; expected an array of stream names");
        }
        names.emplace_back(name);
    }
    return names;
}

Expected<std::unique_ptr<Stream>>
openBinanceStream(ClientWorld& shared, WebRequest const& request, StreamOut& out)
{
    auto const venue = binanceVenue(shared.world.board, request);
    if (!venue) {
        return tl::unexpected(venue.error());
    }
    bool const combined = request.path.starts_with("/stream");
    auto names = splitNames(std::string_view(request.path).substr(combined ? 7 : 3));
    bool const ofKey = std::any_of(names.begin(), names.end(), [&](std::string const& name) {
        return shared.binance.listenKeys.find(name) != nullptr;
    });
    if (!ofKey && !request.principal.may(Permission::ReadMarket)) {
        return fail(ErrorCode::AuthRequired, "market streams");
    }
    if (auto const* const more = request.parameter("streams")) {
        auto const listed = splitNames(*more);
        names.insert(names.end(), listed.begin(), listed.end());
    }
    auto stream = std::make_unique<MarketStream>(shared, request, *venue, out, combined);
    if (auto const opened = stream->open(names); !opened) {
        return tl::unexpected(opened.error());
    }
    return std::unique_ptr<Stream>(std::move(stream));
}

} // namespace qob

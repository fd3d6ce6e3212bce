#include "engine/gateway/binance_stream.h"
#include "engine/gateway/binance_user_data.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

constexpr std::uint16_t policyViolation = 1008;

// A method and the route that answers to the same over HTTP.
struct ApiMethod {
    std::string_view name;
    HttpMethod method;
    std::string_view path;
};

constexpr std::array apiMethods{
    ApiMethod{"ping", HttpMethod::Get, "/api/v3/ping"},
    ApiMethod{"time", HttpMethod::Get, "/api/v3/time"},
    ApiMethod{"exchangeInfo", HttpMethod::Get, "/api/v3/exchangeInfo"},
    ApiMethod{"depth", HttpMethod::Get, "/api/v3/depth"},
    ApiMethod{"trades.recent", HttpMethod::Get, "/api/v3/trades"},
    ApiMethod{"trades.historical", HttpMethod::Get, "/api/v3/historicalTrades"},
    ApiMethod{"trades.aggregate", HttpMethod::Get, "/api/v3/aggTrades"},
    ApiMethod{"klines", HttpMethod::Get, "/api/v3/klines"},
    ApiMethod{"ticker.24hr", HttpMethod::Get, "/api/v3/ticker/24hr"},
    ApiMethod{"ticker.price", HttpMethod::Get, "/api/v3/ticker/price"},
    ApiMethod{"ticker.book", HttpMethod::Get, "/api/v3/ticker/bookTicker"},
    ApiMethod{"order.place", HttpMethod::Post, "/api/v3/order"},
    ApiMethod{"order.test", HttpMethod::Post, "/api/v3/order/test"},
    ApiMethod{"order.status", HttpMethod::Get, "/api/v3/order"},
    ApiMethod{"order.cancel", HttpMethod::Delete, "/api/v3/order"},
    ApiMethod{"order.cancelReplace", HttpMethod::Post, "/api/v3/order/cancelReplace"},
    ApiMethod{"openOrders.status", HttpMethod::Get, "/api/v3/openOrders"},
    ApiMethod{"openOrders.cancelAll", HttpMethod::Delete, "/api/v3/openOrders"},
    ApiMethod{"allOrders", HttpMethod::Get, "/api/v3/allOrders"},
    ApiMethod{"myTrades", HttpMethod::Get, "/api/v3/myTrades"},
    ApiMethod{"account.status", HttpMethod::Get, "/api/v3/account"},
    // Their signature is that of any reading request.
    ApiMethod{"userDataStream.subscribe.signature", HttpMethod::Get, "/api/v3/account"},
    ApiMethod{"userDataStream.subscribe", HttpMethod::Get, "/api/v3/account"},
    ApiMethod{"userDataStream.unsubscribe", HttpMethod::Get, "/api/v3/ping"},
};

// What is signed: the parameters but the signature, sorted, as they are written, then the signature.
// RequestBadValue: one that would read as two.
Expected<std::string> signedText(WebRequest const& request)
{
    auto sorted = request.parameters;
    std::sort(sorted.begin(), sorted.end());
    std::string text;
    std::string signature;
    for (auto const& [name, value] : sorted) {
        if (value.find('&') != std::string::npos || name.find_first_of("&=") != std::string::npos) {
            return fail(ErrorCode::RequestBadValue, name);
        }
        if (name == "signature") {
            signature = "&signature=" + value;
        } else {
            text += (text.empty() ? "" : "&") + name + "=" + value;
        }
    }
    return text + signature;
}

class ApiStream final : public Stream, public std::enable_shared_from_this<ApiStream> {
public:
    ApiStream(ClientWorld& shared, WebRequest const& request, StreamOut& out)
        : m_shared(shared)
        , m_out(out)
        , m_handshake(request)
        , m_login(shared.world, shared.refreshed)
    {
        m_handshake.body.clear();
        m_handshake.parameters.clear();
        endWith(m_login, m_handshake.principal);
    }

    ApiStream(ApiStream const&) = delete;
    ApiStream& operator=(ApiStream const&) = delete;

    void onMessage(std::string_view message, bool /*binary*/) override
    {
        auto const asked = readBinanceAsked(message);
        auto const* const method = asked ? std::find_if(
                                               apiMethods.begin(),
                                               apiMethods.end(),
                                               [&](auto const& one) { return one.name == asked->method; }
                                           )
                                         : apiMethods.end();
        if (!asked || method == apiMethods.end()) {
            refuse(
                asked ? asked->id : "null",
                asked ? Error{ErrorCode::RequestBadValue, asked->method} : asked.error()
            );
            return;
        }
        auto request = std::make_shared<WebRequest>(m_handshake);
        request->method = method->method;
        request->path = method->path;
        request->body = asked->params;
        std::erase_if(request->headers, [](auto const& header) { return header.first == "content-type"; });
        if (auto const read = readBody(*request); !read) {
            refuse(asked->id, read.error());
            return;
        }
        request->body.clear();
        identify(*asked, request);
    }

    void onDrained() override {}

private:
    using Request = std::shared_ptr<WebRequest>;

    // Whose events are told.
    struct User {
        std::unique_ptr<BinanceUserData> events;
        std::unique_ptr<LoginWatch> login;
    };

    // By the key in the parameters, or as whoever opened the connection.
    void identify(BinanceAsked const& asked, Request const& request)
    {
        auto const* const key = request->parameter("apiKey");
        if (key == nullptr) {
            identified(asked, request, m_shared.refreshed(request->principal));
            return;
        }
        auto const text = signedText(*request);
        if (!text) {
            refuse(asked.id, text.error());
            return;
        }
        WebRequest claim = *request;
        claim.principal = {};
        std::erase_if(claim.headers, [](auto const& header) {
            return header.first == "authorization" || header.first == "x-mbx-apikey" ||
                   header.first.starts_with("qob-key") || header.first.starts_with("cookie");
        });
        claim.headers.emplace_back("x-mbx-apikey", *key);
        claim.query = *text;
        claim.target = claim.path + "?" + claim.query;
        m_shared.authenticate(
            claim,
            [weak = weak_from_this(), asked, request, &thread = m_shared.world.thread](
                Expected<Principal> principal
            ) {
                thread.post([weak, asked, request, principal = std::move(principal)] {
                    auto const self = weak.lock();
                    if (self != nullptr) {
                        self->identified(asked, request, principal);
                    }
                });
            }
        );
    }

    void identified(BinanceAsked const& asked, Request const& request, Expected<Principal> const& principal)
    {
        if (principal) {
            request->principal = *principal;
            admitted(asked, request);
            return;
        }
        // Wrong credentials count as well.
        auto const refusal = m_shared.admit ? m_shared.admit(m_handshake) : std::nullopt;
        refuse(asked.id, refusal ? refusal->error : principal.error());
    }

    // From here on as over HTTP, by the same checks.
    void admitted(BinanceAsked const& asked, Request const& request)
    {
        if (m_shared.admit) {
            if (auto const refusal = m_shared.admit(*request)) {
                refuse(asked.id, refusal->error);
                return;
            }
        }
        auto const route = m_shared.router.find(*request);
        auto checked = route ? checkPermission(**route, request->principal) : tl::unexpected(route.error());
        checked = checked ? checkParameters(**route, *request) : checked;
        if (!checked) {
            refuse(asked.id, checked.error());
        } else if (asked.method.starts_with("userDataStream.")) {
            asked.method == "userDataStream.unsubscribe" ? unsubscribe(asked, *request)
                                                         : subscribe(asked, *request);
        } else {
            (*route)->handler(
                *request,
                [weak = weak_from_this(), request, id = asked.id](WebResponse const& response) {
                    auto const self = weak.lock();
                    if (self != nullptr) {
                        self->answer(id, response);
                    }
                }
            );
        }
    }

    void subscribe(BinanceAsked const& asked, WebRequest const& request)
    {
        AccountDesk* const desk = m_shared.world.accounts.of(request.principal.account);
        if (desk == nullptr) {
            refuse(asked.id, {ErrorCode::SessionClosed, {}});
            return;
        }
        desk->whenReady(
            [weak = weak_from_this(), asked, desk, who = request.principal](Expected<void> const& ready) {
                auto const self = weak.lock();
                if (self != nullptr) {
                    ready ? self->subscribed(asked, *desk, who) : self->refuse(asked.id, ready.error());
                }
            }
        );
    }

    void subscribed(BinanceAsked const& asked, AccountDesk& desk, Principal const& who)
    {
        constexpr std::size_t mostUsers = 100; // of one connection
        if (m_users.size() >= mostUsers) {
            refuse(asked.id, {ErrorCode::StreamTooMany, {}});
            return;
        }
        auto const number = m_lastUser++;
        answer(asked.id, jsonResponse(R"({"subscriptionId":)" + std::to_string(number) + "}"));
        User& user = m_users[number];
        user.events = std::make_unique<BinanceUserData>(
            m_shared.world,
            desk,
            [this, number](std::string const& event) {
                auto text = R"({"subscriptionId":)" + std::to_string(number) + R"(,"event":)" + event + "}";
                return m_out.send(std::make_shared<std::string const>(std::move(text)), false);
            },
            [this](std::string_view why) { m_out.close(policyViolation, why); }
        );
        user.login = std::make_unique<LoginWatch>(m_shared.world, m_shared.refreshed);
        endWith(*user.login, who);
    }

    // A stream ends with the first login that it lives on.
    void endWith(LoginWatch& login, Principal const& who)
    {
        login.watch(who, [this](Error const&) { m_out.close(policyViolation, "the login is over"); });
    }

    void unsubscribe(BinanceAsked const& asked, WebRequest const& request)
    {
        auto const* const number = request.parameter("subscriptionId");
        if (number == nullptr) {
            m_users.clear();
        } else {
            std::erase_if(m_users, [&](auto const& entry) { return std::to_string(entry.first) == *number; });
        }
        answer(asked.id, jsonResponse("{}"));
    }

    void answer(std::string const& id, WebResponse const& response)
    {
        constexpr int firstError = 300;
        auto const name = response.status < firstError ? R"(,"result":)" : R"(,"error":)";
        say(R"({"id":)" + id + R"(,"status":)" + std::to_string(response.status) + name + response.body +
            R"(,"rateLimits":[]})");
    }

    void refuse(std::string const& id, Error const& error) { answer(id, binanceErrors.answer(error)); }

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
    std::map<std::uint64_t, User> m_users;
    std::uint64_t m_lastUser = 0;
    LoginWatch m_login;
};

// What a connection owns, while answers that are under way hold it weakly.
class OwnedStream final : public Stream {
public:
    explicit OwnedStream(std::shared_ptr<ApiStream> stream) : m_stream(std::move(stream)) {}

    void onMessage(std::string_view message, bool binary) override { m_stream->onMessage(message, binary); }

    void onDrained() override { m_stream->onDrained(); }

private:
    std::shared_ptr<ApiStream> m_stream;
};

} // namespace

Expected<std::unique_ptr<Stream>>
openBinanceApi(ClientWorld& shared, WebRequest const& request, StreamOut& out)
{
    return std::unique_ptr<Stream>(
        std::make_unique<OwnedStream>(std::make_shared<ApiStream>(shared, request, out))
    );
}

} // namespace qob

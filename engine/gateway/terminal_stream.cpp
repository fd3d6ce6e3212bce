#include "engine/gateway/terminal_stream.h"

#include "engine/gateway/parting_orders.h"
#include "engine/gateway/terminal_subscription.h"
#include "engine/gateway/trading_routes.h"
#include "engine/wire/session_codec.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::size_t mostSubscriptions = 1000;
constexpr std::uint16_t policyViolation = 1008;

// What is sent before the rest, because somebody acts on it.
bool goesFirst(TopicKind kind)
{
    return kind == TopicKind::Orders || kind == TopicKind::Account || kind == TopicKind::Market ||
           kind == TopicKind::Instruments || kind == TopicKind::Notices;
}

// That an order was refused at the door, as the engine would say it.
ExecutionReport refusedReport(NewOrderSingle const& order, Error reason, Timestamp now)
{
    ExecutionReport report;
    report.execType = ExecType::Rejected;
    report.ordStatus = OrdStatus::Rejected;
    report.clOrdId = order.clOrdId;
    report.instrument = order.instrument;
    report.side = order.side;
    report.ordType = order.ordType;
    report.timeInForce = order.timeInForce;
    report.execInst = order.execInst;
    report.price = order.price;
    report.stopPx = order.stopPx;
    report.orderQty = order.orderQty;
    report.sendingTime = now;
    report.transactTime = now;
    report.reason = std::move(reason);
    return report;
}

class TerminalStream final : public std::enable_shared_from_this<TerminalStream> {
public:
    TerminalStream(
        TerminalStreams& shared, WebRequest const& request, StreamOut& out, std::unique_ptr<Session> session
    )
        : m_shared(shared)
        , m_out(out)
        , m_handshake(request)
        , m_waker(shared.world.thread, [this] { pump(); })
        , m_session(std::move(session))
        , m_login(shared.world, shared.refreshed)
    {
        m_handshake.body.clear();
        watchLogin();
    }

    ~TerminalStream() { cancelOnDisconnect(); }

    TerminalStream(TerminalStream const&) = delete;
    TerminalStream& operator=(TerminalStream const&) = delete;

    void onMessage(std::string_view message, bool binary)
    {
        auto frame = binary
                         ? decodeClientFrame(message)
                         : Expected<ClientFrame>(fail(ErrorCode::FrameMalformed, "expected binary frames"));
        if (!frame) {
            sayGoodbye(frame.error());
            return;
        }
        if (!m_greeted && !std::holds_alternative<ClientHello>(*frame)) {
            sayGoodbye({ErrorCode::FrameMalformed, "expected a hello first"});
            return;
        }
        std::visit([this](auto& one) { take(one); }, *frame);
    }

    // What waits goes out as far as the terminal has taken what went before.
    void pump()
    {
        m_waker.looks();
        bool const first[] = {true, false};
        for (bool sent = true; sent;) {
            sent = std::any_of(std::begin(first), std::end(first), [this](bool only) { return round(only); });
        }
    }

private:
    [[nodiscard]] bool hasRoom() const
    {
        return m_sent - m_took < sessionWindow && m_out.queuedBytes() < sessionWindow;
    }

    // A part of each subscription that has something; false: there was nothing, or no room.
    bool round(bool first)
    {
        bool any = false;
        for (auto const& [id, subscription] : m_subscriptions) {
            if (goesFirst(subscription->topic().kind) == first && hasRoom()) {
                any = sendPart(id, *subscription) || any;
            }
        }
        return any;
    }

    bool sendPart(std::uint32_t id, TerminalSubscription& subscription)
    {
        if (subscription.sending.empty()) {
            auto next = subscription.next();
            if (!next) {
                return false;
            }
            subscription.sending = std::move(*next);
            subscription.sent = 0;
        }
        auto const rest = std::span<std::byte const>(subscription.sending).subspan(subscription.sent);
        auto const part = rest.first(std::min(rest.size(), eventPartBytes));
        bool const last = part.size() == rest.size();
        auto text = encodeEventPart(id, last, part);
        m_sent += text.size();
        send(std::move(text));
        subscription.sent += part.size();
        if (last) {
            subscription.sending.clear();
        }
        return true;
    }

    void take(ClientHello const& hello)
    {
        if (hello.version != sessionProtocolVersion || m_greeted) {
            sayGoodbye(
                {ErrorCode::NetHandshake,
                 "the terminal speaks version " + std::to_string(hello.version) + ", the server " +
                     std::to_string(sessionProtocolVersion)}
            );
            return;
        }
        m_greeted = true;
        Principal const& who = m_handshake.principal;
        m_shared.world.log.info(
            "terminal",
            "connected",
            {{"user", who.name}, {"address", m_handshake.address}, {"program", hello.program}}
        );
        send(encode(ServerHello{
            sessionProtocolVersion,
            m_shared.world.board.market().kind,
            who.name,
            who.account.value,
            who.may(Permission::Trade),
            who.may(Permission::Operate)}));
    }

    void take(ClientSubscribe const& subscribe)
    {
        Topic const& topic = subscribe.topic;
        bool const own = topic.kind == TopicKind::Orders || topic.kind == TopicKind::Account;
        if (!m_handshake.principal.may(own ? Permission::ReadOrders : Permission::ReadMarket)) {
            send(encode(ServerRefused{subscribe.id, {ErrorCode::AuthForbidden, own ? "orders" : "the market"}}
            ));
            return;
        }
        if (m_subscriptions.size() >= mostSubscriptions) {
            send(encode(ServerRefused{
                subscribe.id,
                {ErrorCode::StreamTooMany,
                 "a connection has at most " + std::to_string(mostSubscriptions) + " subscriptions"}}));
            return;
        }
        auto const [at, fresh] = m_subscriptions.emplace(
            subscribe.id, std::make_unique<TerminalSubscription>(topic, m_waker, m_shared.packing)
        );
        if (!fresh) {
            sayGoodbye({ErrorCode::FrameMalformed, "a subscription's id was used twice"});
            return;
        }
        at->second->attach(m_session->subscribe(topic, *at->second));
    }

    void take(ClientUnsubscribe const& unsubscribe) { m_subscriptions.erase(unsubscribe.id); }

    void take(ClientTook const& took)
    {
        if (took.bytes < m_took || took.bytes > m_sent) {
            sayGoodbye({ErrorCode::FrameMalformed, "bytes were taken that were not sent"});
            return;
        }
        m_took = took.bytes;
        pump();
    }

    void take(ClientSubmit& submit)
    {
        if (auto now = m_shared.refreshed(m_handshake.principal)) {
            m_handshake.principal = std::move(*now);
        } else {
            sayGoodbye(now.error());
            return;
        }
        auto const done = std::visit([this](auto const& command) { return check(command); }, submit.command);
        if (!done) {
            refuse(submit.command, done.error());
        } else {
            hand(submit.command);
        }
        send(encode(ServerTaken{submit.number}));
    }

    // Whether it may be done; what may is in the audit trail then.

    Expected<void> check(NewOrderSingle const& order)
    {
        auto const allowed = mayTrade(true);
        return allowed ? mayOrder(m_shared.world, m_handshake, order) : allowed;
    }

    Expected<void> check(NewOrderList const& list)
    {
        auto allowed = mayTrade(true);
        for (NewOrderSingle const& order : list.orders) {
            allowed = allowed ? mayOrder(m_shared.world, m_handshake, order) : allowed;
        }
        return allowed;
    }

    Expected<void> check(OrderCancelRequest const& cancel)
    {
        auto const allowed = mayTrade(false);
        if (allowed) {
            noteCancel(m_shared.world, m_handshake, "order.cancel", cancel.origClOrdId.text());
        }
        return allowed;
    }

    Expected<void> check(OrderCancelReplaceRequest const& replace)
    {
        auto const allowed = mayTrade(true);
        if (allowed && m_shared.world.killSwitch) {
            return fail(ErrorCode::OrderAccountBlocked, "the kill switch is on; cancels still go through");
        }
        return allowed ? noted("order.amend", replace.origClOrdId.text()) : allowed;
    }

    Expected<void> check(OrderMassCancelRequest const& /*cancel*/)
    {
        auto const allowed = mayTrade(false);
        if (allowed) {
            noteCancel(m_shared.world, m_handshake, "order.cancelAll", {});
        }
        return allowed;
    }

    Expected<void> check(ReplayRequest const& /*request*/)
    {
        auto const allowed = mayOperate();
        return allowed ? noted("market.move", {}) : allowed;
    }

    Expected<void> check(SetRecording const& request)
    {
        auto const allowed = mayOperate();
        return allowed ? noted(request.on ? "market.record" : "market.recordStop", {}) : allowed;
    }

    // What takes risk away is never held up by a limit.
    Expected<void> mayTrade(bool limited)
    {
        if (limited && m_shared.admit) {
            if (auto const refusal = m_shared.admit(m_handshake)) {
                return tl::unexpected(refusal->error);
            }
        }
        return m_handshake.principal.may(Permission::Trade)
                   ? Expected<void>()
                   : fail(ErrorCode::AuthForbidden, "this user may not trade");
    }

    Expected<void> mayOperate() const
    {
        if (!m_handshake.principal.may(Permission::Operate)) {
            return fail(ErrorCode::AuthForbidden, "only an operator moves or records the server's market");
        }
        return {};
    }

    Expected<void> noted(std::string action, std::string target)
    {
        return m_shared.world.audit.record(
            {m_handshake.principal.name, m_handshake.address, std::move(action), std::move(target), "ok", {}}
        );
    }

    void hand(Command const& command)
    {
        bool const clock =
            std::holds_alternative<ReplayRequest>(command) || std::holds_alternative<SetRecording>(command);
        auto const result = (clock ? m_shared.world.link.session() : *m_session).submit(command);
        if (result != SubmitResult::Accepted) {
            bool const busy = result == SubmitResult::Busy;
            refuse(command, {busy ? ErrorCode::RequestBusy : ErrorCode::SessionClosed, {}});
        } else if (auto const* order = std::get_if<NewOrderSingle>(&command)) {
            remember(*order);
        } else if (auto const* list = std::get_if<NewOrderList>(&command)) {
            for (NewOrderSingle const& one : list->orders) {
                remember(one);
            }
        }
    }

    void remember(NewOrderSingle const& order)
    {
        if (exec_inst::has(order.execInst, ExecInst::CancelOnDisconnect)) {
            m_goWithUs.add(order.clOrdId, m_shared.world.accounts.of(m_handshake.principal.account));
        }
    }

    // As the engine would have answered, so that the terminal has one way to word it.
    void refuse(Command const& command, Error const& error)
    {
        auto const now = m_shared.world.clock.now();
        if (auto const* order = std::get_if<NewOrderSingle>(&command)) {
            tell(TopicKind::Orders, refusedReport(*order, error, now));
        } else if (auto const* list = std::get_if<NewOrderList>(&command)) {
            for (NewOrderSingle const& one : list->orders) {
                tell(TopicKind::Orders, refusedReport(one, error, now));
            }
        } else if (auto const* cancel = std::get_if<OrderCancelRequest>(&command)) {
            refuse(cancel->clOrdId, cancel->origClOrdId, error);
        } else if (auto const* replace = std::get_if<OrderCancelReplaceRequest>(&command)) {
            refuse(replace->clOrdId, replace->origClOrdId, error);
        } else {
            tell(TopicKind::Notices, NoticeList{{{Notice::Level::Error, now, error.message(), error.code}}});
        }
    }

    void refuse(ClOrdId const& clOrdId, ClOrdId const& original, Error const& error)
    {
        AccountDesk* const desk = m_shared.world.accounts.of(m_handshake.principal.account);
        ExecutionReport const* const order = desk == nullptr ? nullptr : desk->order(original);
        auto const status = order == nullptr ? OrdStatus::Rejected : order->ordStatus;
        tell(TopicKind::Orders, OrderCancelReject{clOrdId, original, status, error});
    }

    void tell(TopicKind kind, Payload const& payload)
    {
        for (auto const& [id, subscription] : m_subscriptions) {
            if (subscription->topic().kind == kind && !subscription->add(payload)) {
                m_out.close(policyViolation, "reads too slowly");
            }
        }
    }

    // A fresh one of the same user lets the connection live on.
    void take(ClientToken const& token)
    {
        WebRequest claim = m_handshake;
        claim.principal = {};
        std::erase_if(claim.headers, [](auto const& header) { return header.first == "authorization"; });
        claim.headers.emplace_back("authorization", "Bearer " + token.token);
        m_shared.authenticate(
            claim,
            [weak = weak_from_this(), &thread = m_shared.world.thread](Expected<Principal> principal) {
                thread.post([weak, principal = std::move(principal)] {
                    if (auto const self = weak.lock()) {
                        self->renewed(principal);
                    }
                });
            }
        );
    }

    void renewed(Expected<Principal> const& principal)
    {
        if (!principal) {
            sayGoodbye(principal.error());
        } else if (principal->user != m_handshake.principal.user) {
            sayGoodbye({ErrorCode::RequestConflict, "the token is another user's"});
        } else {
            m_handshake.principal = *principal;
            watchLogin();
        }
    }

    void watchLogin()
    {
        m_login.watch(m_handshake.principal, [this](Error const& error) { sayGoodbye(error); });
    }

    void cancelOnDisconnect()
    {
        AccountDesk* const desk =
            m_goWithUs.empty() ? nullptr : m_shared.world.accounts.of(m_handshake.principal.account);
        if (desk != nullptr) {
            m_goWithUs.cancel(*desk, m_shared.world.nextId);
        }
    }

    void sayGoodbye(Error const& error)
    {
        send(encode(ServerGoodbye{sessionProtocolVersion, error}));
        m_out.close(policyViolation, errorInfo(error.code).name);
    }

    // Of what a terminal is told nothing may be left out.
    void send(std::string text)
    {
        if (!m_out.send(std::make_shared<std::string const>(std::move(text)), true)) {
            m_out.close(policyViolation, "reads too slowly");
        }
    }

    TerminalStreams& m_shared;
    StreamOut& m_out;
    WebRequest m_handshake; // with the principal
    TerminalWaker m_waker;
    std::unique_ptr<Session> m_session; // of the account
    std::map<std::uint32_t, std::unique_ptr<TerminalSubscription>> m_subscriptions;
    PartingOrders m_goWithUs;
    LoginWatch m_login;
    bool m_greeted = false;
    std::uint64_t m_sent = 0; // of event parts
    std::uint64_t m_took = 0; // of them, by the terminal
};

// What a connection owns, while answers that are under way hold it weakly.
class OwnedStream final : public Stream {
public:
    explicit OwnedStream(std::shared_ptr<TerminalStream> stream) : m_stream(std::move(stream)) {}

    void onMessage(std::string_view message, bool binary) override { m_stream->onMessage(message, binary); }

    void onDrained() override { m_stream->pump(); }

private:
    std::shared_ptr<TerminalStream> m_stream;
};

} // namespace

Expected<std::unique_ptr<Stream>>
openTerminalStream(TerminalStreams& shared, WebRequest const& request, StreamOut& out)
{
    if (request.principal.user == UserId(0)) {
        return fail(ErrorCode::AuthRequired, "a terminal logs in first");
    }
    auto session = shared.openAccount(request.principal.account);
    if (session == nullptr) {
        return fail(ErrorCode::SessionClosed);
    }
    return std::unique_ptr<Stream>(std::make_unique<OwnedStream>(
        std::make_shared<TerminalStream>(shared, request, out, std::move(session))
    ));
}

} // namespace qob

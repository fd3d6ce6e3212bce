#include "engine/session/local_session.h"

#include "engine/base/check.h"
#include "engine/base/thread.h"

#include <algorithm>

namespace qob {

namespace {

constexpr Duration publishPeriod = milliseconds(16);
constexpr Duration sliceBudget = milliseconds(8); // how long the market runs before the inbox is looked at
constexpr Duration marketStep = milliseconds(20); // market time between two looks at the clock
constexpr std::size_t watchedRollEvents = 100'000;
constexpr std::size_t otherRollEvents = 8'000;

class Handle final : public SubscriptionHandle {
public:
    explicit Handle(SubscriberPtr subscriber) : m_subscriber(std::move(subscriber)) {}

    ~Handle() override { m_subscriber->revoke(); }

    Handle(Handle const&) = delete;
    Handle(Handle&&) = delete;
    Handle& operator=(Handle const&) = delete;
    Handle& operator=(Handle&&) = delete;

private:
    SubscriberPtr m_subscriber;
};

std::unique_ptr<Sequencer> restored(std::unique_ptr<Sequencer> sequencer, OrderJournal* journal)
{
    if (journal != nullptr) {
        CHECK(journal->market() == sequencer->market().kind());
        auto past = journal->takeRecovered();
        sequencer->restore(past.accounts, std::move(past.instruments));
    }
    return sequencer;
}

} // namespace

// What it is asked goes into the one inbox, with the account's name on it.
class LocalSession::AccountSession final : public Session {
public:
    AccountSession(LocalSession& engine, AccountId account) : m_engine(engine), m_account(account) {}

    SubmitResult submit(Command command) override
    {
        bool const mayAsk =
            m_account != everyAccount || std::holds_alternative<OrderMassCancelRequest>(command);
        return mayAsk ? m_engine.submit(m_account, std::move(command)) : SubmitResult::Closed;
    }

    [[nodiscard]] Subscription subscribe(Topic topic, EventSink& sink) override
    {
        return m_engine.subscribe(m_account, topic, sink);
    }

    [[nodiscard]] SessionState state() const override { return m_engine.state(); }

private:
    LocalSession& m_engine;
    AccountId m_account;
};

LocalSession::LocalSession(
    std::unique_ptr<Sequencer> sequencer, Clock& clock, Log& log, LocalSessionSettings settings
)
    : m_journal(std::move(settings.journal))
    , m_sequencer(restored(std::move(sequencer), m_journal.get()))
    , m_clock(clock)
    , m_log(log)
    , m_publisher(*m_sequencer, m_someLeft)
    , m_pacer(m_sequencer->market().begin(), clock.steady(), settings.speed)
    , m_now(m_sequencer->market().begin())
    , m_strangersAt(clock.steady() + settings.strangersAfter)
    , m_openRecorder(std::move(settings.openRecorder))
    , m_past(std::move(settings.readPast), [this] { m_inbox.wake(); })
{
    m_pacer.setPaused(settings.paused, clock.steady());
    m_sequencer->market().wakeBy([this] { m_inbox.wake(); });
    if (m_journal != nullptr) {
        goOn();
    }
    m_state = SessionState::Open;
    m_thread = startThread("seq", ThreadWork::Prompt, [this] { run(); });
}

// What the past leaves to do.
void LocalSession::goOn()
{
    m_durable = std::make_unique<DurableOutput>(*m_journal, *m_sequencer, m_publisher, m_now);
    m_publisher.setDiscretion(*m_durable);
    m_sequencer->setOutput(*m_durable);
    m_sequencer->dropAll({ErrorCode::SessionClosed, "the engine that had the order was ended"}, m_now);
    for (std::string const& notice : m_journal->start().notices) {
        m_publisher.onNotice({Notice::Level::Warning, m_now, notice, std::nullopt});
    }
    m_durable->settle(m_now);
    m_journal->wakeBy([this] { m_inbox.wake(); });
}

LocalSession::~LocalSession()
{
    close();
}

SubmitResult LocalSession::submit(Command command)
{
    return submit(deskAccount, std::move(command));
}

Subscription LocalSession::subscribe(Topic topic, EventSink& sink)
{
    return subscribe(deskAccount, topic, sink);
}

SubmitResult LocalSession::submit(AccountId account, Command command)
{
    if (m_state != SessionState::Open) {
        return SubmitResult::Closed;
    }
    if (m_overloaded) {
        return SubmitResult::Busy;
    }
    return m_inbox.tryPush(Submitted{account, std::move(command)}) ? SubmitResult::Accepted
                                                                   : SubmitResult::Busy;
}

Subscription LocalSession::subscribe(AccountId account, Topic topic, EventSink& sink)
{
    auto subscriber = std::make_shared<Subscriber>(account, topic, sink, m_someLeft);
    m_inbox.pushAlways(subscriber);
    return std::make_unique<Handle>(std::move(subscriber));
}

std::unique_ptr<Session> LocalSession::accountSession(AccountId account)
{
    CHECK(account <= maxAccount);
    return std::make_unique<AccountSession>(*this, account);
}

SessionState LocalSession::state() const
{
    return m_state;
}

void LocalSession::close()
{
    m_state = SessionState::Closed;
    m_stop = true;
    m_sequencer->market().wakeBy({});
    m_inbox.wake();
    if (m_thread.joinable()) {
        m_thread.join();
    }
    if (m_journal != nullptr) {
        m_journal->wakeBy({});
    }
}

void LocalSession::run()
{
    m_log.info("session", "engine thread started");
    std::vector<Request> taken;
    Duration nextPublish = m_clock.steady();
    bool busy = false;
    while (!m_stop) {
        const Duration wait = busy ? Duration(0) : std::max(nextPublish - m_clock.steady(), Duration(0));
        m_inbox.waitAndTake(taken, std::chrono::nanoseconds(wait.value));
        bool const joined = handleRequests(taken);
        advance();
        busy = rollHistory();
        lookAfterRecorder();
        m_past.send();
        const Duration steady = m_clock.steady();
        if (m_durable != nullptr) {
            m_durable->settle(m_now);
        }
        m_publisher.endStep();
        if (steady >= m_strangersAt) {
            m_publisher.showStrangers();
        }
        // Who subscribes does not wait for a snapshot. What is done to an order was told when it was done, so
        // that commands are no reason to look through everything.
        if (steady >= nextPublish || joined) {
            m_publisher.publish(status(), steady);
            nextPublish = steady + publishPeriod;
        }
        busy = busy || isBehind();
    }
    record(false);
    if (m_durable != nullptr) {
        m_durable->finish(m_now);
    }
    m_publisher.endStep();
    m_log.info("session", "engine thread ended");
}

// All of them, unless the disk is too far behind: then commands wait, and who submits more is told Busy.
// Whoever subscribes never waits; what they get first is a snapshot in any case.
bool LocalSession::handleRequests(std::vector<Request>& taken)
{
    bool joined = false;
    for (Request& request : taken) {
        if (auto const* subscriber = std::get_if<SubscriberPtr>(&request)) {
            handle(*subscriber);
            joined = true;
        } else {
            m_requests.push_back(std::get<Submitted>(std::move(request)));
        }
    }
    while (!m_requests.empty() && (m_durable == nullptr || !m_durable->isBehind())) {
        handle(m_requests.front());
        m_requests.pop_front();
    }
    m_overloaded = !m_requests.empty();
    return joined;
}

void LocalSession::handle(SubscriberPtr const& subscriber)
{
    auto const kind = subscriber->topic().kind;
    bool const own = kind == TopicKind::Orders || kind == TopicKind::Account;
    if (own && subscriber->account() != everyAccount) {
        m_sequencer->openAccount(subscriber->account());
    }
    if (kind == TopicKind::HeatPast) {
        auto const* item = m_sequencer->history().find(subscriber->topic().instrument);
        m_past.add(subscriber, item == nullptr ? nullptr : &item->instrument);
    } else {
        m_publisher.add(subscriber);
    }
}

void LocalSession::handle(Submitted const& submitted)
{
    auto const& [account, command] = submitted;
    bool const moves =
        std::holds_alternative<ReplayRequest>(command) || std::holds_alternative<SetRecording>(command);
    if (moves && account != deskAccount) {
        const Error error{ErrorCode::AuthForbidden, "the market is moved and recorded for everybody at once"};
        m_publisher.tell(account, {Notice::Level::Warning, m_now, error.message(), error.code});
        return;
    }
    if (auto const* replay = std::get_if<ReplayRequest>(&command)) {
        control(*replay);
    } else if (auto const* recording = std::get_if<SetRecording>(&command)) {
        record(recording->on);
    } else {
        apply(account, command);
    }
}

void LocalSession::apply(AccountId account, Command const& command)
{
    auto const refusal = m_durable != nullptr ? m_durable->refusalOf(command) : std::nullopt;
    if (refusal && account != everyAccount) {
        m_sequencer->refuse(account, command, *refusal, m_now);
    } else if (refusal) {
        tell(Notice::Level::Error, *refusal);
    } else if (account != everyAccount) {
        m_sequencer->apply(account, command, m_now);
    } else if (auto const* massCancel = std::get_if<OrderMassCancelRequest>(&command)) {
        m_sequencer->massCancel(*massCancel, m_now);
    }
}

void LocalSession::control(ReplayRequest const& request)
{
    const Duration steady = m_clock.steady();
    if (m_pacer.unlimited()) {
        m_pacer.moveTo(m_now, steady);
    }
    switch (request.action) {
    case ReplayRequest::Action::Play:
        m_pacer.setPaused(false, steady);
        break;
    case ReplayRequest::Action::Pause:
        m_pacer.setPaused(true, steady);
        break;
    case ReplayRequest::Action::Step: {
        m_pacer.setPaused(true, steady);
        const Timestamp next = m_sequencer->nextEventTime();
        if (next != Timestamp::max()) {
            m_sequencer->advance(next);
            m_now = std::max(m_now, next);
            m_pacer.moveTo(m_now, steady);
        }
        break;
    }
    case ReplayRequest::Action::Seek:
        seek(request.seekTo);
        break;
    case ReplayRequest::Action::SetSpeed:
        m_pacer.setSpeed(std::clamp(request.speed, 0.01, replaySpeedMax), steady);
        break;
    }
}

void LocalSession::seek(Timestamp target)
{
    record(false); // a history does not go back
    if (auto const moved = m_sequencer->seek(target); !moved) {
        tell(Notice::Level::Warning, moved.error());
        return;
    }
    m_now = target;
    m_pacer.moveTo(target, m_clock.steady());
    m_publisher.resyncMarket();
}

void LocalSession::record(bool on)
{
    m_recordWanted = on && m_recorder == nullptr;
    if (m_recordWanted && !m_openRecorder) {
        m_recordWanted = false;
        tell(Notice::Level::Warning, {ErrorCode::StorageFileMissing, "there is no place to record into"});
    }
    if (on || m_recorder == nullptr) {
        return;
    }
    m_sequencer->setTap(nullptr);
    if (auto const finished = m_recorder->finish(); !finished) {
        tell(Notice::Level::Error, finished.error());
    }
    m_recorder.reset();
}

// Recording begins when every book has its past: that is told out of time order.
void LocalSession::lookAfterRecorder()
{
    if (m_recordWanted && m_sequencer->market().historyPending().empty()) {
        m_recordWanted = false;
        auto recorder = m_openRecorder(m_sequencer->market(), m_now);
        if (!recorder) {
            tell(Notice::Level::Error, recorder.error());
            return;
        }
        m_recorder = std::move(*recorder);
        std::vector<Instrument> instruments;
        for (auto const& [id, item] : m_sequencer->history().items()) {
            instruments.push_back(item->instrument);
        }
        m_recorder->begin(instruments, m_now);
        m_sequencer->setTap(m_recorder.get());
    }
    if (m_recorder != nullptr) {
        for (Notice const& notice : m_recorder->takeNotices()) {
            m_publisher.onNotice(notice);
        }
        if (m_recorder->progress().failed) {
            record(false);
        }
    }
}

// One slice of the pasts that are still to be made, those being looked at first. True when there was
// something to do.
bool LocalSession::rollHistory()
{
    auto const pending = m_sequencer->market().historyPending();
    if (pending.empty()) {
        return false;
    }
    auto const watched = m_publisher.watched();
    auto const first = std::find_if(watched.begin(), watched.end(), [&](InstrumentId id) {
        return std::find(pending.begin(), pending.end(), id) != pending.end();
    });
    if (first != watched.end()) {
        m_sequencer->rollHistory(*first, watchedRollEvents);
    } else {
        m_sequencer->rollHistory(pending.front(), otherRollEvents);
    }
    return true;
}

// Runs the market towards where the clock says it should be, for at most a slice; a market that cannot keep
// up falls behind rather than making its user wait. A live one is never behind: its time is the clock's.
void LocalSession::advance()
{
    const Duration start = m_clock.steady();
    if (m_sequencer->market().kind() == MarketKind::Live) {
        m_now = m_pacer.follow(m_clock.now(), start);
        m_sequencer->advance(m_now);
        return;
    }
    const Timestamp target = m_pacer.at(start);
    bool const whole = !m_pacer.unlimited();
    while (m_now < target) {
        const Timestamp next = m_sequencer->nextEventTime();
        if (next == Timestamp::max() && !whole) {
            break;
        }
        const Timestamp limit = std::min(target, std::max(m_now, std::min(next, target)) + marketStep);
        m_sequencer->advance(limit);
        m_now = limit;
        if (m_clock.steady() - start > sliceBudget) {
            if (whole && m_now < target) {
                m_pacer.moveTo(m_now, m_clock.steady());
            }
            break;
        }
    }
    if (m_now >= m_sequencer->market().end()) {
        m_now = m_sequencer->market().end();
        m_pacer.moveTo(m_now, m_clock.steady());
    }
}

// Whether the market could run on at once.
bool LocalSession::isBehind()
{
    return m_pacer.at(m_clock.steady()) > m_now + marketStep &&
           m_sequencer->nextEventTime() != Timestamp::max();
}

MarketStatus LocalSession::status()
{
    Market& market = m_sequencer->market();
    MarketStatus status;
    status.kind = market.kind();
    status.now = m_now;
    status.begin = market.begin();
    status.end = market.end();
    status.speed = m_pacer.speed();
    status.paused = m_pacer.paused();
    status.ended =
        m_sequencer->market().end() != Timestamp::max() && m_sequencer->nextEventTime() == Timestamp::max();
    status.loading = static_cast<std::uint32_t>(market.historyPending().size());
    status.recording = m_recorder != nullptr;
    status.recordedBytes = m_recorder != nullptr ? m_recorder->progress().bytes : 0;
    return status;
}

void LocalSession::tell(Notice::Level level, Error const& error)
{
    m_publisher.onNotice({level, m_now, error.message(), error.code});
}

} // namespace qob

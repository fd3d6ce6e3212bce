#pragma once

#include "engine/api/session.h"
#include "engine/base/clock.h"
#include "engine/base/mailbox.h"
#include "engine/history/history_recorder.h"
#include "engine/session/durable_output.h"
#include "engine/session/pacer.h"
#include "engine/session/past_heat.h"
#include "engine/session/publisher.h"

#include <atomic>
#include <functional>
#include <thread>
#include <variant>

namespace qob {

// Begins a recording of the market at its time `now`.
using OpenRecorder =
    std::function<Expected<std::unique_ptr<HistoryRecorder>>(Market const& market, Timestamp now)>;

struct LocalSessionSettings {
    double speed = 1.0;
    bool paused = false;
    OpenRecorder openRecorder = {}; // none: SetRecording is refused
    ReadPastHeat readPast = {};     // none: nothing was recorded
    // None: orders and accounts are forgotten. Of the market's kind; the session goes on with its accounts.
    std::unique_ptr<OrderJournal> journal = {};
    // Instruments that accounts have traded and the market has not shown by then are told of by themselves.
    Duration strangersAfter = seconds(10);
};

// The engine in this process. One thread of its own, "seq", runs the sequencer: it takes what was submitted,
// moves the market to where the clock says it is, and publishes at most every 16 ms. Destroying it ends the
// thread.
//
// With a journal everything that changes an account is written before or, as the journal promises, behind
// being told, and orders that worked when the one before ended are canceled with SessionClosed.
class LocalSession final : public Session {
public:
    static constexpr std::size_t inboxCapacity = 4096;

    // The sequencer belongs to the session's thread from here on.
    LocalSession(
        std::unique_ptr<Sequencer> sequencer, Clock& clock, Log& log, LocalSessionSettings settings = {}
    );
    ~LocalSession() override;
    LocalSession(LocalSession const&) = delete;
    LocalSession& operator=(LocalSession const&) = delete;

    SubmitResult submit(Command command) override;
    [[nodiscard]] Subscription subscribe(Topic topic, EventSink& sink) override;
    [[nodiscard]] SessionState state() const override;

    // The same engine for another account, 1 to maxAccount: its orders and its money, opened when it first
    // asks for them; markets are anyone's. Whoever is not the desk cannot move the market or record it, and
    // hears so in a notice of their own. Of AccountId(0): all accounts, to look at. Orders of all are heard
    // but for OrderCancelReject, which does not say whose it is; the account's report is their sum, an
    // OrderMassCancelRequest cancels for everybody, any other command is answered Closed.
    //
    // It costs next to nothing while nobody listens. It must not outlive this session.
    [[nodiscard]] std::unique_ptr<Session> accountSession(AccountId account);

    // Ends the engine's thread; later requests are answered Closed. Waits for it, and for the journal: what
    // was done is durable then.
    void close();

private:
    struct Submitted {
        AccountId account;
        Command command;
    };

    using Request = std::variant<Submitted, SubscriberPtr>;

    class AccountSession;

    SubmitResult submit(AccountId account, Command command);
    [[nodiscard]] Subscription subscribe(AccountId account, Topic topic, EventSink& sink);
    void goOn();
    void run();
    // True: somebody subscribed.
    bool handleRequests(std::vector<Request>& taken);
    void handle(SubscriberPtr const& subscriber);
    void handle(Submitted const& submitted);
    void apply(AccountId account, Command const& command);
    void control(ReplayRequest const& request);
    void seek(Timestamp target);
    void record(bool on);
    void lookAfterRecorder();
    bool rollHistory();
    void advance();
    [[nodiscard]] bool isBehind();
    [[nodiscard]] MarketStatus status();
    void tell(Notice::Level level, Error const& error);

    std::unique_ptr<OrderJournal> m_journal;
    std::unique_ptr<Sequencer> m_sequencer;
    Clock& m_clock;
    Log& m_log;
    std::atomic<bool> m_someLeft{false}; // of the subscribers
    Publisher m_publisher;
    std::unique_ptr<DurableOutput> m_durable; // with a journal
    Pacer m_pacer;
    Timestamp m_now; // market time that has been run
    Mailbox<Request> m_inbox{inboxCapacity};
    std::deque<Submitted> m_requests;      // taken from the inbox, not handled yet
    std::atomic<bool> m_overloaded{false}; // requests wait for the disk
    std::atomic<SessionState> m_state{SessionState::Opening};
    std::atomic<bool> m_stop{false};
    Duration m_strangersAt; // steady
    OpenRecorder m_openRecorder;
    std::unique_ptr<HistoryRecorder> m_recorder;
    PastHeat m_past;
    bool m_recordWanted = false; // once the pasts of all instruments are made
    std::thread m_thread;
};

} // namespace qob

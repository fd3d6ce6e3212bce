#include "ui/remote/remote_session.h"

#include "ui/remote/remote_link.h"

namespace qob {

SessionState RemoteShared::state()
{
    const std::lock_guard lock(mutex);
    switch (status.phase) {
    case RemoteStatus::Phase::Live:
        return SessionState::Open;
    case RemoteStatus::Phase::Ended:
        return SessionState::Closed;
    default:
        return SessionState::Opening;
    }
}

bool RemoteShared::tryAsk(Command command)
{
    const std::lock_guard lock(mutex);
    if (commands >= mostCommands) {
        return false;
    }
    ++commands;
    requests.emplace_back(std::move(command));
    wake();
    return true;
}

void RemoteShared::ask(RemoteRequest request)
{
    const std::lock_guard lock(mutex);
    requests.push_back(std::move(request));
    wake();
}

void RemoteShared::wake()
{
    if (link != nullptr && !std::exchange(woken, true)) {
        QMetaObject::invokeMethod(link, &RemoteLink::drain, Qt::QueuedConnection);
    }
}

class RemoteSession::Handle final : public SubscriptionHandle {
public:
    Handle(std::shared_ptr<RemoteShared> shared, RemoteSubscriberPtr subscriber)
        : m_shared(std::move(shared))
        , m_subscriber(std::move(subscriber))
    {}

    ~Handle() override
    {
        m_subscriber->revoke();
        m_shared->ask(RemoteLeave{m_subscriber});
    }

    Handle(Handle const&) = delete;
    Handle& operator=(Handle const&) = delete;

private:
    std::shared_ptr<RemoteShared> m_shared;
    RemoteSubscriberPtr m_subscriber;
};

RemoteSession::RemoteSession(
    RemoteSettings settings, Clock const& clock, CertificatePins const& pins, Opened opened
)
    : m_shared(std::make_shared<RemoteShared>())
{
    m_shared->status.server = settings.server.text();
    m_shared->status.user = settings.credentials.user;
    m_link = new RemoteLink(std::move(settings), clock, pins, m_shared, std::move(opened));
    m_link->moveToThread(&m_thread);
    m_shared->link = m_link;
    QObject::connect(&m_thread, &QThread::finished, m_link, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("remote"));
    m_thread.start();
    QMetaObject::invokeMethod(m_link, &RemoteLink::start, Qt::QueuedConnection);
}

RemoteSession::~RemoteSession()
{
    close();
}

SubmitResult RemoteSession::submit(Command command)
{
    if (m_shared->state() != SessionState::Open) {
        return SubmitResult::Closed;
    }
    return m_shared->tryAsk(std::move(command)) ? SubmitResult::Accepted : SubmitResult::Busy;
}

Subscription RemoteSession::subscribe(Topic topic, EventSink& sink)
{
    auto subscriber = std::make_shared<RemoteSubscriber>(topic, sink);
    m_shared->ask(RemoteJoin{subscriber});
    return std::make_unique<Handle>(m_shared, std::move(subscriber));
}

SessionState RemoteSession::state() const
{
    return m_shared->state();
}

RemoteStatus RemoteSession::status() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->status;
}

void RemoteSession::close()
{
    if (m_thread.isRunning()) {
        QMetaObject::invokeMethod(m_link, &RemoteLink::stop, Qt::BlockingQueuedConnection);
        {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->link = nullptr;
        }
        m_thread.quit();
        m_thread.wait();
    }
}

} // namespace qob

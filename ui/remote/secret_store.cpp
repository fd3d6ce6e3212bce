#include "ui/remote/secret_store.h"

#include <qt6keychain/keychain.h>

namespace qob {

namespace {

QString service()
{
    return QStringLiteral("qob");
}

} // namespace

void KeychainSecrets::find(QString const& key, QObject* context, std::function<void(QString)> found)
{
    auto* const job = new QKeychain::ReadPasswordJob(service());
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, found = std::move(found)] {
        found(job->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start(); // deletes itself
}

void KeychainSecrets::keep(
    QString const& key, QString const& secret, QObject* context, std::function<void(QString)> kept
)
{
    auto* const job = new QKeychain::WritePasswordJob(service());
    job->setInsecureFallback(false);
    job->setKey(key);
    job->setTextData(secret);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, kept = std::move(kept)] {
        kept(job->error() == QKeychain::NoError ? QString() : job->errorString());
    });
    job->start();
}

void KeychainSecrets::forget(QString const& key)
{
    auto* const job = new QKeychain::DeletePasswordJob(service());
    job->setInsecureFallback(false);
    job->setKey(key);
    job->start();
}

} // namespace qob

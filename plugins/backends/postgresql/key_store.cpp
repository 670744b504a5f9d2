#include "key_store.h"

#include "core/try.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <functional>
#include <future>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using QKeychain::Job;

namespace {

constexpr std::chrono::seconds kPatience{20};

QString service()
{
    return u"simiao"_s;
}

struct Answer
{
    QKeychain::Error error = QKeychain::OtherError;
    QString words = u"no answer"_s;
    QString password = {};
};

Answer answerOf(Job *job)
{
    const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(job);
    return {job->error(), job->errorString(), reading ? reading->textData() : QString()};
}

/// Jobs wait for each other in the thread that had the first: that is always the program's.
Answer answered(const std::function<Job *()> &make)
{
    const auto promise = std::make_shared<std::promise<Answer>>();
    auto waiting = promise->get_future();
    const auto begin = [make, promise] {
        auto *job = make(); // deletes itself, however long it takes
        QObject::connect(job, &Job::finished, job,
                         [promise](Job *done) { promise->set_value(answerOf(done)); });
        job->start();
        return job;
    };
    auto *program = QCoreApplication::instance();
    if (QThread::currentThread() == program->thread()) {
        QEventLoop loop;
        QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
        QObject::connect(begin(), &Job::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        loop.exec();
        return waiting.wait_for(std::chrono::seconds(0)) == std::future_status::ready ? waiting.get()
                                                                                      : Answer();
    }
    QMetaObject::invokeMethod(program, [begin] { begin(); });
    return waiting.wait_for(kPatience) == std::future_status::ready ? waiting.get() : Answer();
}

Error silent(const Answer &answer)
{
    return {ErrorKind::Unavailable, u"server.key-store"_s, answer.words};
}

} // namespace

Result<QString> keptPassword(const ServerAddress &address)
{
    const QString name = keyNameOf(address);
    const auto answer = answered([name] {
        auto *reading = new QKeychain::ReadPasswordJob(service());
        reading->setKey(name);
        return reading;
    });
    if (answer.error == QKeychain::EntryNotFound)
        return Error{ErrorKind::NotFound, u"server.key-store-empty"_s, name};
    return answer.error == QKeychain::NoError ? Result<QString>(answer.password) : silent(answer);
}

Result<void> keepPassword(const ServerAddress &address, const QString &password)
{
    const QString name = keyNameOf(address);
    const auto answer = answered([name, password] {
        auto *writing = new QKeychain::WritePasswordJob(service());
        writing->setKey(name);
        writing->setTextData(password);
        return writing;
    });
    return answer.error == QKeychain::NoError ? ok() : Result<void>(silent(answer));
}

} // namespace simiao::postgresql

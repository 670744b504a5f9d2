#include "tour/tour_driver.h"

#include "tour/condition.h"
#include "tour/keys.h"
#include "tour/object_reader.h"
#include "tour/offscreen_focus.h"
#include "tour/window_picture.h"

#include <QTimer>

namespace simiao::tour {

namespace {

using namespace Qt::StringLiterals;

constexpr int kPollMs = 10;

/// Calls `then` when all events are handled that were there, and those they led to.
template <typename Then>
void whenIdle(QObject *context, Then then)
{
    QTimer::singleShot(0, context, [context, then] { QTimer::singleShot(0, context, then); });
}

Json savedRow(const workflow::Change &change, Uuid command)
{
    Json line;
    line.insert(u"saved"_s, true);
    line.insert(u"type"_s, change.type);
    line.insert(u"id"_s, change.id.toString());
    line.insert(u"version"_s, change.version);
    line.insert(u"commandId"_s, command.toString());
    return line;
}

} // namespace

TourDriver::TourDriver(int fd, QObject *parent)
    : QObject(parent)
    , m_socket(fd)
    , m_incoming(fd, QSocketNotifier::Read)
{
    connect(&m_incoming, &QSocketNotifier::activated, this, &TourDriver::readRequests);
    connect(&m_gauge, &InteractionGauge::slowTurn, this, &TourDriver::saySlowTurn);
    sayReadyOnceShown();
}

void TourDriver::saySlowTurn(qint64 ms, const QString &during)
{
    Json turn;
    turn.insert(u"slowTurnMs"_s, ms);
    turn.insert(u"during"_s, during);
    send(turn);
}

void TourDriver::watchSaves(workflow::ChangeFeed *changes)
{
    connect(changes, &workflow::ChangeFeed::committed, this, [this](const workflow::Receipt &receipt) {
        for (const auto &change : receipt.changes)
            send(savedRow(change, receipt.command));
    });
}

void TourDriver::readRequests()
{
    for (const auto &line : m_socket.read(std::chrono::milliseconds(0))) {
        if (auto request = Json::parse(line))
            m_requests.enqueue(*std::move(request));
    }
    if (m_socket.isAtEnd())
        QCoreApplication::exit(1);
    else if (!m_inHand)
        startNext();
}

void TourDriver::startNext()
{
    if (m_requests.isEmpty())
        return;
    const auto request = m_requests.dequeue();
    m_inHand = request[u"id"_s].toInteger();
    const auto handler = handlers().value(request[u"do"_s].toString());
    if (!handler)
        return answer(false, u"nothing is known of \"%1\""_s.arg(request[u"do"_s].toString()));
    m_waited.start();
    whenIdle(this, [this, handler, request] { (this->*handler)(request); });
}

void TourDriver::sayReadyOnceShown()
{
    Json ready;
    ready.insert(u"ready"_s, true);
    if (QGuiApplication::focusWindow())
        whenIdle(this, [this, ready] { send(ready); });
    else
        QTimer::singleShot(kPollMs, this, &TourDriver::sayReadyOnceShown);
}

const QHash<QString, TourDriver::Handler> &TourDriver::handlers()
{
    static const QHash<QString, Handler> table{
        {u"press"_s, &TourDriver::press},
        {u"type"_s, &TourDriver::type},
        {u"waitFor"_s, &TourDriver::waitFor},
        {u"screenshot"_s, &TourDriver::screenshot},
        {u"focus-report"_s, &TourDriver::focusReport},
        {u"quit"_s, &TourDriver::quit},
    };
    return table;
}

void TourDriver::press(const Json &request)
{
    for (const auto &name : request[u"keys"_s].array()) {
        const auto key = parseKey(name.toString());
        if (!key)
            return answer(false, key.error().detail);
        m_strokes.enqueue(KeyStroke{*key, keyText(*key)});
    }
    playStrokes();
}

void TourDriver::type(const Json &request)
{
    for (const auto &stroke : strokesFor(request[u"text"_s].toString()))
        m_strokes.enqueue(stroke);
    playStrokes();
}

void TourDriver::playStrokes()
{
    if (const auto warning = m_ambiguous.take(); m_failure.isEmpty() && !warning.isEmpty())
        m_failure = warning;
    if (m_strokes.isEmpty())
        return answer(m_failure.isEmpty(), std::exchange(m_failure, {}));
    const auto stroke = m_strokes.dequeue();
    if (const auto *commit = std::get_if<Commit>(&stroke))
        m_gauge.addComposed(commit->text.size());
    focusSomeWindow();
    // Before the stroke: one that opens a dialog returns only when that closes.
    whenIdle(this, [this] { playStrokes(); });
    if (const auto delivered = deliver(stroke); !delivered) {
        m_strokes.clear();
        m_failure = delivered.error().detail;
    }
}

void TourDriver::waitFor(const Json &request)
{
    const auto condition = parseCondition(request);
    if (!condition)
        return answer(false, condition.error().detail);
    focusSomeWindow();
    const auto object = request[u"object"_s].toString();
    const auto property = request[u"property"_s].toString();
    const auto value = readProperty(object, property);
    if (value && condition->holds(*value))
        return answer(true);
    if (m_waited.elapsed() < request[u"timeoutMs"_s].toInteger())
        return QTimer::singleShot(kPollMs, this, [this, request] { waitFor(request); });
    answer(false,
           value ? u"%1.%2 is \"%3\", not %4"_s.arg(object, property, *value, condition->toString())
                 : value.error().detail);
}

void TourDriver::screenshot(const Json &request)
{
    m_gauge.forgetTurn();
    const auto file = request[u"file"_s].toString();
    answer(windowPicture().save(file, "PNG"), file);
}

void TourDriver::focusReport(const Json &)
{
    answer(true, focusDescription());
}

void TourDriver::quit(const Json &)
{
    answer(true);
    QApplication::closeAllWindows();
}

void TourDriver::answer(bool isOk, const QString &detail)
{
    if (!m_inHand)
        return;
    Json reply;
    reply.insert(u"reply"_s, *std::exchange(m_inHand, std::nullopt));
    reply.insert(u"ok"_s, isOk);
    reply.insert(u"detail"_s, detail);
    reply.insert(u"interaction"_s, m_gauge.sofar().toJson());
    send(reply);
    startNext();
}

void TourDriver::send(const Json &message)
{
    if (!m_socket.write(message.canonical()))
        QCoreApplication::exit(1);
}

TourDriver *startTourDriver(int fd, QApplication &application)
{
    return new TourDriver(fd, &application);
}

} // namespace simiao::tour

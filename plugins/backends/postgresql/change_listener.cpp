#include "change_listener.h"

#include "core/log.h"
#include "core/try.h"
#include "postgres_errors.h"
#include "storage/receipt_text.h"

#include <QElapsedTimer>
#include <QObject>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kPatience{3};
constexpr std::chrono::milliseconds kFarewell{300};
/// Shorter than anybody notices.
constexpr std::chrono::milliseconds kGathering{100};
/// A look that took long, since many save at once, is not taken again before so many times as long: whoever only listens leaves the
/// server to those who save.
constexpr int kRest = 12;
constexpr std::chrono::milliseconds kLongestGathering{1000};
/// Nor before so long for each save that it brought: hundreds a second are read three times a second and not ten. A hospital of 3 000
/// desks saves fifty times a second.
constexpr std::chrono::milliseconds kForEach{3};
constexpr std::chrono::milliseconds kLongestForMany{300};

/// A server that crashed, or was promoted, hands out transaction numbers again that nothing durable had used. What is told twice
/// for it does no harm.
constexpr qint64 kHandedOutAgain = 1000;

// columns of store/changes_since
enum Column { Receipts, NowSeen, ServerClock };

/// From what had ended at `seen` some transactions back: the same text of a moment at which none was open and all of those were to come.
QByteArray earlier(const QByteArray &seen)
{
    const qint64 first = seen.first(std::max<qsizetype>(seen.indexOf(':'), 0)).toLongLong();
    const auto from = QByteArray::number(std::max<qint64>(first - kHandedOutAgain, 1));
    return from + ':' + from + ':';
}

/// Until the end, or something that was stored here, is noticed.
constexpr std::chrono::milliseconds kStep{20};

std::chrono::milliseconds restAfter(std::chrono::milliseconds look, std::size_t saves)
{
    const auto forMany = std::min(kForEach * std::int64_t(saves), kLongestForMany);
    return std::clamp(std::max(kRest * look, forMany), kGathering, kLongestGathering);
}

/// A server that is not to be worked with says so at once; it is looked at again, and not pressed.
void rest(const std::stop_token &stop)
{
    std::mutex mutex;
    std::unique_lock guard(mutex);
    std::condition_variable_any().wait_for(guard, stop, ChangeListener::kLookAnyway, [] { return false; });
}

} // namespace

ChangeListener::ChangeListener(ServerSetup setup,
                               ServerLine::WhenOpen whenOpen,
                               QByteArray since,
                               QObject *home,
                               Take take,
                               TellLink tellLink,
                               std::shared_ptr<PresenceBoard> presence,
                               ServerLine::Search search,
                               std::chrono::milliseconds lookAnyway)
    : m_line(std::move(setup), std::move(whenOpen), search)
    , m_home(home)
    , m_receipts(std::make_shared<ReceiptsInTurns>(home, std::move(take)))
    , m_ears(std::make_shared<Ears>(std::move(tellLink)))
    , m_presence(std::move(presence))
    , m_lookAnyway(lookAnyway)
    , m_seen(std::move(since))
    , m_thread([this](const std::stop_token &stop) { follow(stop); })
{
}

ChangeListener::~ChangeListener()
{
    m_thread.request_stop();
    m_thread.join();
    m_receipts->close();
    *m_ears = {}; // what is on its way to `home` finds nobody
}

void ChangeListener::follow(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const auto connection = m_line.ready(QDeadlineTimer(kPatience));
        if (!connection) {
            noteLink(false);
            if (connection.error().kind != ErrorKind::Unavailable)
                rest(stop);
            continue;
        }
        // One that was lost is no silence yet: the next may be there at once.
        if (const auto listened = listen(**connection, stop); !listened)
            m_line.drop();
    }
    m_line.drop();
}

/// Notices that come close together are answered by one look: many desks save at once, and each of them is heard by all.
Result<void> ChangeListener::listen(storage::Connection &connection, const std::stop_token &stop)
{
    auto &wire = m_line.wire();
    TRY_VOID(wire.runText("LISTEN simiao_changes"));
    m_seen = earlier(m_seen);
    m_presence->beginAnew();
    m_news->beginAnew();
    QElapsedTimer sinceLook;
    auto gathering = kGathering;
    for (bool isNew = true; !stop.stop_requested();) {
        wire.setDeadline(QDeadlineTimer(kPatience));
        const bool isLook =
            !sinceLook.isValid() || sinceLook.hasExpired((isNew ? gathering : m_lookAnyway).count());
        if (isLook) {
            sinceLook.start();
            isNew = false;
            TRY(const auto saves, readNew(connection));
            gathering = restAfter(std::chrono::milliseconds(sinceLook.elapsed()), saves);
            noteLink(true);
        }
        TRY(const bool isElsewhereNow, m_presence->exchange(connection, isLook));
        if (isElsewhereNow)
            m_news->note(OwnNews::here());
        TRY_VOID(tellOthers(connection, m_news->due(OwnNews::here())));
        TRY(const auto notice, wire.waitForNotice(kStep));
        if (notice)
            m_news->noteNotice(OwnNews::here(), notice->toLongLong());
        isNew = isNew || notice;
    }
    wire.setDeadline(QDeadlineTimer(kFarewell));
    return sayGoodbye(connection);
}

Result<void> ChangeListener::sayGoodbye(storage::Connection &connection)
{
    TRY(const bool isMissed, m_presence->leave(connection));
    if (isMissed)
        m_news->note(OwnNews::here());
    return tellOthers(connection, m_news->dueAtEnd());
}

/// Again with the next step where the server told somebody a moment ago.
Result<void> ChangeListener::tellOthers(storage::Connection &connection, std::optional<qint64> moment)
{
    if (!moment)
        return ok();
    TRY(const auto rows, connection.run(u"store/tell"_s, {{u"since"_s, *moment}}));
    TRY(const bool isThere, rows->next());
    if (isThere && rows->integer(0) != 0)
        m_news->settle();
    return ok();
}

Result<QByteArray> ChangeListener::watermark(storage::Connection &connection)
{
    TRY(const auto rows, connection.run(u"store/changes_since"_s, {{u"seen"_s, QString()}}));
    TRY(const bool isThere, rows->next());
    return isThere ? rows->bytes(NowSeen) : QByteArray();
}

/// Transactions end in another order than they begin: each time everything is asked for that had not ended the time before.
/// \returns how many saves it brought
Result<std::size_t> ChangeListener::readNew(storage::Connection &connection)
{
    const auto asked = OwnNews::here();
    TRY(const auto rows,
        connection.run(u"store/changes_since"_s, {{u"seen"_s, QString::fromLatin1(m_seen)}}));
    TRY(const bool isThere, rows->next());
    if (!isThere)
        return std::size_t(0);
    m_seen = rows->bytes(NowSeen);
    m_news->noteClock(asked, rows->integer(ServerClock));
    std::vector<workflow::Receipt> news;
    const auto receipts = rows->bytes(Receipts);
    for (auto left = QByteArrayView(receipts); !left.isEmpty();) {
        const auto end = left.indexOf('\n');
        note(end < 0 ? left : left.first(end), news);
        left = end < 0 ? QByteArrayView() : left.sliced(end + 1);
    }
    const auto saves = news.size();
    m_receipts->hand(std::move(news));
    return saves;
}

void ChangeListener::note(QByteArrayView receipt, std::vector<workflow::Receipt> &news)
{
    auto parsed = storage::receiptFromText(receipt);
    if (parsed)
        news.push_back(*std::move(parsed));
    else
        log::error(parsed.error());
}

void ChangeListener::noteLink(bool isOnline)
{
    if (std::exchange(m_isOnline, isOnline) == isOnline)
        return;
    QMetaObject::invokeMethod(m_home, [ears = m_ears, isOnline] {
        if (ears->tellLink)
            ears->tellLink(isOnline);
    });
}

} // namespace simiao::postgresql

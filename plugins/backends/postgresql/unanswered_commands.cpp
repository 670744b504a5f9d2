#include "unanswered_commands.h"

#include "core/log.h"
#include "core/try.h"
#include "postgres_errors.h"
#include "stored_receipt.h"

#include <QObject>

#include <algorithm>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using workflow::Receipt;

namespace {

/// Short, since the end of the program waits for it.
constexpr std::chrono::seconds kPatience{1};
/// Between two attempts, twice as long each time.
constexpr std::chrono::milliseconds kFirstPause{500};
constexpr std::chrono::milliseconds kLongestPause{30'000};

} // namespace

UnansweredCommands::UnansweredCommands(ServerSetup setup,
                                       ServerLine::WhenOpen whenOpen,
                                       QObject *home,
                                       Tell tell)
    : m_line(std::move(setup), std::move(whenOpen))
    , m_home(home)
    , m_tell(std::make_shared<Tell>(std::move(tell)))
    , m_thread([this](const std::stop_token &stop) { work(stop); })
{
}

UnansweredCommands::~UnansweredCommands()
{
    m_thread.request_stop();
    m_thread.join();
    *m_tell = {}; // what is on its way to `home` finds nobody
    for (const auto &command : m_commands)
        log::warning(u"store.unknown: the program ends before it is known what became of %1"_s.arg(
            command.toString()));
}

void UnansweredCommands::add(Uuid command)
{
    const std::lock_guard guard(m_mutex);
    m_commands.insert(command);
    m_changed.notify_all();
}

void UnansweredCommands::forget(Uuid command)
{
    const std::lock_guard guard(m_mutex);
    m_commands.erase(command);
}

void UnansweredCommands::hurry()
{
    const std::lock_guard guard(m_mutex);
    m_isHurried = true;
    m_changed.notify_all();
}

void UnansweredCommands::work(const std::stop_token &stop)
{
    auto length = kFirstPause;
    while (!stop.stop_requested()) {
        {
            std::unique_lock guard(m_mutex);
            m_changed.wait(guard, stop, [this] { return !m_commands.empty(); });
        }
        if (settleAll(stop)) {
            length = kFirstPause;
            m_line.drop();
            continue;
        }
        pause(stop, length);
        length = std::min(2 * length, kLongestPause);
    }
    m_line.drop();
}

/// \returns whether the server answered
bool UnansweredCommands::settleAll(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const auto command = next();
        if (!command)
            return true;
        if (const auto settled = settle(*command); !settled) {
            m_line.dropAfter(settled.error());
            if (settled.error().kind != ErrorKind::Unavailable
                && !isInTheWay(settled.error())) // it stays unknown until somebody mends that
                log::error(settled.error());
            return false;
        }
    }
    return true;
}

Result<void> UnansweredCommands::settle(Uuid command)
{
    TRY(auto *connection, m_line.ready(QDeadlineTimer(kPatience)));
    TRY(const auto answer, valueOf(*connection, u"store/settle_command"_s, {{u"id"_s, command.toBytes()}}));
    std::optional<Receipt> receipt;
    if (!answer.isEmpty()) {
        TRY(receipt, parsedReceipt(answer));
    }
    log::info(u"store.unknown: %1 %2"_s.arg(
        command.toString(), receipt ? u"was stored"_s : u"was not stored, and never will be"_s));
    forget(command);
    QMetaObject::invokeMethod(m_home, [tell = m_tell, command, receipt = std::move(receipt)] {
        if (*tell)
            (*tell)(command, receipt);
    });
    return ok();
}

std::optional<Uuid> UnansweredCommands::next()
{
    const std::lock_guard guard(m_mutex);
    return m_commands.empty() ? std::optional<Uuid>() : *m_commands.begin();
}

void UnansweredCommands::pause(const std::stop_token &stop, std::chrono::milliseconds length)
{
    std::unique_lock guard(m_mutex);
    m_changed.wait_for(guard, stop, length, [this] { return std::exchange(m_isHurried, false); });
}

} // namespace simiao::postgresql

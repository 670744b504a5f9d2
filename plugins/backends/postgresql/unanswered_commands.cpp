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
using workflow::UnansweredSave;
using Fate = UnansweredSave::Fate;

namespace {

/// Short, since the end of the program waits for it.
constexpr std::chrono::seconds kPatience{1};
/// Between two attempts, twice as long each time.
constexpr std::chrono::milliseconds kFirstPause{500};
constexpr std::chrono::milliseconds kLongestPause{30'000};

UnansweredSave saveOf(const workflow::UnitOfWork &work)
{
    const auto &event = work.event();
    return {work.command(), event.recorded, event.act, event.agent, event.patient};
}

} // namespace

UnansweredCommands::UnansweredCommands(ServerSetup setup,
                                       ServerLine::WhenOpen whenOpen,
                                       UnansweredFile file,
                                       QObject *home,
                                       Tell tell)
    : m_line(std::move(setup), std::move(whenOpen))
    , m_home(home)
    , m_tell(std::make_shared<Tell>(std::move(tell)))
    , m_file(std::move(file))
    , m_saves(m_file.read())
{
    if (!m_saves.empty()) {
        keep();
        this->tell();
    }
    m_file.end();
    m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
}

UnansweredCommands::~UnansweredCommands()
{
    m_thread.request_stop();
    m_thread.join();
    *m_tell = {}; // what is on its way to `home` finds nobody
    if (m_isToBeKept)
        keep();
    for (const auto &save : m_saves) {
        if (save.fate == Fate::Waiting)
            log::warning(u"store.unknown: the program ends before it is known what became of %1"_s.arg(
                save.command.toString()));
    }
}

void UnansweredCommands::begin(const workflow::UnitOfWork &work)
{
    bool isGivenAgain = false;
    {
        const std::lock_guard guard(m_mutex);
        isGivenAgain = std::erase_if(m_saves,
                                     [&work](const UnansweredSave &save) {
                                         return save.command == work.command() && save.fate == Fate::Waiting;
                                     })
            > 0;
        m_isToBeKept = m_isToBeKept || isGivenAgain;
    }
    m_file.begin(saveOf(work));
    if (isGivenAgain)
        tell();
}

void UnansweredCommands::end()
{
    {
        const std::lock_guard guard(m_mutex);
        if (m_isToBeKept)
            m_changed.notify_all();
    }
    m_file.end();
}

void UnansweredCommands::add(const workflow::UnitOfWork &work)
{
    {
        const std::lock_guard guard(m_mutex);
        m_saves.push_back(saveOf(work));
    }
    keep();
    m_file.end();
    tell();
    m_changed.notify_all();
}

void UnansweredCommands::acknowledge(Uuid command)
{
    const std::lock_guard guard(m_mutex);
    std::erase_if(m_saves, [&command](const UnansweredSave &save) { return save.command == command; });
    m_isToBeKept = true;
    m_changed.notify_all();
}

void UnansweredCommands::hurry()
{
    const std::lock_guard guard(m_mutex);
    m_isHurried = true;
    m_changed.notify_all();
}

/// The latest, in the file. A disk that refuses is said; what became of it is known all the same while the program runs.
void UnansweredCommands::keep()
{
    const std::lock_guard writing(m_fileMutex);
    Saves saves;
    {
        const std::lock_guard guard(m_mutex);
        saves = m_saves;
        m_isToBeKept = false;
    }
    if (const auto written = m_file.write(saves); !written)
        log::error(written.error());
}

void UnansweredCommands::tell(std::optional<Receipt> receipt)
{
    Saves saves;
    {
        const std::lock_guard guard(m_mutex);
        saves = m_saves;
    }
    QMetaObject::invokeMethod(m_home,
                              [tell = m_tell, saves = std::move(saves), receipt = std::move(receipt)] {
                                  if (*tell)
                                      (*tell)(saves, receipt);
                              });
}

bool UnansweredCommands::hasWaiting() const
{
    return std::ranges::any_of(m_saves,
                               [](const UnansweredSave &save) { return save.fate == Fate::Waiting; });
}

void UnansweredCommands::work(const std::stop_token &stop)
{
    auto length = kFirstPause;
    while (!stop.stop_requested()) {
        bool isToBeKept = false;
        {
            std::unique_lock guard(m_mutex);
            m_changed.wait(guard, stop, [this] { return hasWaiting() || m_isToBeKept; });
            isToBeKept = m_isToBeKept;
        }
        if (isToBeKept)
            keep();
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
    {
        const std::lock_guard guard(m_mutex);
        const auto save = std::ranges::find(m_saves, command, &UnansweredSave::command);
        if (save != m_saves.end())
            save->fate = receipt ? Fate::Stored : Fate::NotStored;
    }
    keep();
    tell(std::move(receipt));
    return ok();
}

std::optional<Uuid> UnansweredCommands::next()
{
    const std::lock_guard guard(m_mutex);
    const auto save = std::ranges::find(m_saves, Fate::Waiting, &UnansweredSave::fate);
    return save == m_saves.end() ? std::optional<Uuid>() : save->command;
}

void UnansweredCommands::pause(const std::stop_token &stop, std::chrono::milliseconds length)
{
    std::unique_lock guard(m_mutex);
    m_changed.wait_for(guard, stop, length,
                       [this] { return std::exchange(m_isHurried, false) || m_isToBeKept; });
}

} // namespace simiao::postgresql

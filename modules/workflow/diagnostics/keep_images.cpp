#include "workflow/diagnostics/keep_images.h"

#include "core/log.h"
#include "core/try.h"
#include "workflow/ports/file_keeper.h"

#include <QThreadPool>

#include <algorithm>
#include <mutex>
#include <utility>

namespace simiao::workflow {

namespace {

/// Most of the time a disk is waited for until a file is on it; more of them gain nothing.
constexpr int kAtATime = 4;

FileKeeper *keeperOf(const std::shared_ptr<ReceivedImages> &images)
{
    return dynamic_cast<FileKeeper *>(images.get());
}

/// With its folder: on discs the names of files repeat.
QString nameOf(const QString &file)
{
    return file.section(QLatin1Char('/'), -2);
}

/// Which file it was, unless it is about none of them.
Error aboutFile(const Error &error, const QString &file)
{
    const auto &code = error.code;
    if (error.kind == ErrorKind::Cancelled || code == QLatin1String("disk.full")
        || code == QLatin1String("imaging.store-limit"))
        return error;
    const auto reason = error.detail.isEmpty() ? code : code + QLatin1String(", ") + error.detail;
    return {.kind = error.kind,
            .code = QStringLiteral("imaging.file-not-copied"),
            .detail = QStringLiteral("%1: %2").arg(nameOf(file), reason)};
}

/// What is taken back unless all of it came. \thread any, several at a time
class Taking
{
public:
    Taking(ReceivedImages &images, FileKeeper &keeper)
        : m_images(images)
        , m_keeper(keeper)
    {
    }
    ~Taking()
    {
        for (const auto &object : m_taken)
            report(m_keeper.drop(object));
        for (const auto &study : m_studies)
            report(m_images.release(study));
    }
    Q_DISABLE_COPY_MOVE(Taking)

    Result<void> take(const QString &file)
    {
        const auto taken = m_keeper.takeFile(file);
        const std::scoped_lock lock(m_mutex);
        if (!taken && taken.error().code == QLatin1String("imaging.object-differs")) {
            ++m_kept.differing;
            return ok();
        }
        if (!taken)
            return aboutFile(taken.error(), file);
        if (taken->isNew)
            m_taken.append(taken->sopInstanceUid);
        return keep(taken->studyInstanceUid);
    }
    KeptImages done()
    {
        m_taken.clear();
        m_kept.fresh = std::exchange(m_studies, {});
        return m_kept;
    }

private:
    /// From its first file on: no other one of it has to find room in what is bounded. Files that are on their way meanwhile wait for the
    /// lock: the store moves a study when nothing is written to it.
    Result<void> keep(const QString &study)
    {
        if (m_kept.places.contains(study))
            return ok();
        if (!m_images.isKept(study))
            m_studies.append(study);
        TRY(const auto place, m_images.keep(study));
        m_kept.places.emplace(study, place);
        return ok();
    }
    static void report(const Result<void> &undone)
    {
        if (!undone)
            log::error(undone.error());
    }

    ReceivedImages &m_images;
    FileKeeper &m_keeper;
    std::mutex m_mutex;
    KeptImages m_kept;
    QStringList m_taken;
    QStringList m_studies;
};

/// The files, handed out to several threads.
class Copying
{
public:
    Copying(Taking &taking,
            const QStringList &files,
            const std::function<void(int, int)> &progress,
            const std::stop_token &stop)
        : m_taking(taking)
        , m_files(files)
        , m_progress(progress)
        , m_stop(stop)
    {
    }

    Result<void> run()
    {
        const auto total = int(m_files.size());
        // The first one alone: of a study that is new it must find room in the cache, where several would not.
        if (total > 0 && mayGoOn())
            copy(m_next++);
        QThreadPool pool;
        pool.setMaxThreadCount(kAtATime);
        for (int i = 0; i < std::min(kAtATime, total - 1); ++i)
            pool.start([this] { copyRest(); });
        pool.waitForDone();
        copyAgain();
        if (m_failure)
            return *m_failure;
        return m_stop.stop_requested() ? Result<void>(cancelled()) : ok();
    }

private:
    bool mayGoOn()
    {
        const std::scoped_lock lock(m_mutex);
        return !m_failure && !m_stop.stop_requested();
    }
    void copyRest()
    {
        while (mayGoOn()) {
            const int file = next();
            if (file >= m_files.size())
                return;
            copy(file);
        }
    }
    int next()
    {
        const std::scoped_lock lock(m_mutex);
        return m_next++;
    }
    void copy(int file)
    {
        const auto taken = m_taking.take(m_files[file]);
        const std::scoped_lock lock(m_mutex);
        if (taken)
            return m_progress(++m_done, int(m_files.size()));
        if (m_isAlone || taken.error().code != QLatin1String("imaging.store-limit"))
            return fail(file, taken.error());
        m_again.append(file);
    }
    /// Those that found no room beside others of a study that was new too: it is kept by now, or they are too large indeed.
    void copyAgain()
    {
        m_isAlone = true;
        for (const int file : std::as_const(m_again)) {
            if (mayGoOn())
                copy(file);
        }
    }
    /// The first of them is told, whichever thread was faster.
    void fail(int file, const Error &error)
    {
        if (m_failure && m_failed < file)
            return;
        m_failure = error;
        m_failed = file;
    }

    Taking &m_taking;
    const QStringList &m_files;
    const std::function<void(int, int)> &m_progress;
    const std::stop_token &m_stop;
    std::mutex m_mutex;
    int m_next = 0;
    int m_done = 0;
    bool m_isAlone = false;
    QList<int> m_again;
    std::optional<Error> m_failure;
    int m_failed = 0;
};

} // namespace

bool canKeep(const std::shared_ptr<ReceivedImages> &images, const QString &location)
{
    const auto *keeper = keeperOf(images);
    return keeper && !keeper->isOwn(location);
}

Result<KeptImages> keepImages(std::shared_ptr<ReceivedImages> images,
                              QStringList files,
                              std::function<void(int, int)> progress,
                              std::stop_token stop)
{
    Taking taking(*images, *keeperOf(images));
    Copying copying(taking, files, progress, stop);
    TRY_VOID(copying.run());
    return taking.done();
}

} // namespace simiao::workflow

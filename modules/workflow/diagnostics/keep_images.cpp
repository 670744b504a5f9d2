#include "workflow/diagnostics/keep_images.h"

#include "core/log.h"
#include "core/try.h"
#include "workflow/ports/file_keeper.h"

#include <utility>

namespace simiao::workflow {

namespace {

FileKeeper *keeperOf(const std::shared_ptr<ReceivedImages> &images)
{
    return dynamic_cast<FileKeeper *>(images.get());
}

/// What is taken back unless all of it came.
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
        if (!taken && taken.error().code == QLatin1String("imaging.object-differs")) {
            ++m_kept.differing;
            return ok();
        }
        if (!taken)
            return taken.error();
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
    /// From its first file on: no other one of it has to find room in what is bounded.
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
    KeptImages m_kept;
    QStringList m_taken;
    QStringList m_studies;
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
    int done = 0;
    for (const auto &file : std::as_const(files)) {
        if (stop.stop_requested())
            return cancelled();
        TRY_VOID(taking.take(file));
        progress(++done, static_cast<int>(files.size()));
    }
    if (stop.stop_requested())
        return cancelled();
    return taking.done();
}

} // namespace simiao::workflow

#include "integration/dicom/left_behind.h"

#include "core/try.h"
#include "integration/dicom/file_head.h"
#include "integration/dicom/file_walk.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/medium/medium_directory.h"
#include "integration/dicom/part10.h"
#include "integration/dicom/worker/decoder_pool.h"

#include <QFileInfo>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <array>
#include <span>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

bool startsAsDicom(const QString &path)
{
    std::array<char, kMetaStart> head{};
    return hasDicomMark(std::span(head).first(readFileHead(path, head)));
}

/// A file that nothing can read was an object where something says so. What Finder lays beside a file bears its name too.
bool claimsToBeDicom(const QString &path)
{
    const QFileInfo file(path);
    const bool isNamedSo =
        file.suffix().compare("dcm"_L1, Qt::CaseInsensitive) == 0 && !file.fileName().startsWith("._"_L1);
    return isNamedSo || startsAsDicom(path);
}

class Remains
{
public:
    Remains(const workflow::TakenFiles &taken, DecoderPool &decoders)
        : m_taken(taken)
        , m_decoders(decoders)
    {
        for (const auto &file : taken.files)
            m_files.insert(QFileInfo(file).canonicalFilePath());
    }

    void takeDirectory(const MediumFiles &medium)
    {
        m_hasDirectory = true;
        for (const auto &file : medium.files)
            m_named.insert(QFileInfo(file).canonicalFilePath());
        left.missing = static_cast<int>(medium.missing.size()) + medium.refused;
    }

    /// Cancelled
    Result<void> look(const QString &path)
    {
        const auto file = QFileInfo(path).canonicalFilePath();
        if (m_files.contains(file))
            return ok();
        const auto facts = m_decoders.facts(path);
        if (!facts && facts.error().kind == ErrorKind::Cancelled)
            return cancelled();
        if (!facts)
            left.unreadable += m_named.contains(file) || claimsToBeDicom(path) ? 1 : 0;
        else if (facts->kind != ObjectKind::Directory
                 && !m_taken.sopInstanceUids.contains(facts->sopInstanceUid))
            ++countOf(*facts, m_named.contains(file));
        return ok();
    }

    workflow::LeftBehind left;

private:
    /// An image that was looked for and not found cannot be read, as one that was cut off before its pixels, or before it said what it is.
    int &countOf(const ObjectFacts &facts, bool isNamed)
    {
        const auto isCutOff = facts.kind == ObjectKind::Other
            && (facts.sopClassUid.isEmpty() || facts.sopInstanceUid.isEmpty()
                || dcmIsImageStorageSOPClassUID(facts.sopClassUid.toLatin1().constData()));
        if (isCutOff)
            return left.unreadable;
        if (facts.kind != ObjectKind::Image)
            return left.otherKinds;
        return m_hasDirectory && !isNamed ? left.unnamed : left.unreadable;
    }

    const workflow::TakenFiles &m_taken;
    DecoderPool &m_decoders;
    QSet<QString> m_files; ///< taken, by their real paths
    QSet<QString> m_named; ///< by the directory, likewise
    bool m_hasDirectory = false;
};

} // namespace

Result<workflow::LeftBehind> leftBehindAt(const QString &location,
                                          const workflow::TakenFiles &taken,
                                          const std::stop_token &stop,
                                          DecoderPool &decoders)
{
    Remains remains(taken, decoders);
    const auto directory = mediumDirectoryAt(location);
    if (!directory.isEmpty()) {
        const auto medium = readMediumDirectory(
            directory, stop, [&decoders](const QString &path) { return decoders.mediumFileIds(path); });
        if (medium)
            remains.takeDirectory(*medium);
        else if (medium.error().kind == ErrorKind::Cancelled)
            return cancelled();
    }
    TRY(const auto found, walkFiles(searchedPlace(location), WalkLimits{}, stop));
    for (const auto &path : found.paths) {
        if (stop.stop_requested())
            return cancelled();
        TRY_VOID(remains.look(path));
    }
    // A folder that was entered by another way has been searched.
    for (auto reason = found.skipped.begin(); reason != found.skipped.end(); ++reason)
        remains.left.unsearched += reason.key() == u"imaging.folder-loop"_s ? 0 : reason.value();
    return remains.left;
}

} // namespace simiao::dicom

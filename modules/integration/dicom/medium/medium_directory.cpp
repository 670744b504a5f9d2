#include "integration/dicom/medium/medium_directory.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <optional>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// PS3.10 8.2 allows 8 of each; writers of USB sticks are freer.
constexpr qsizetype kMostComponents = 16;
constexpr qsizetype kLongestComponent = 64;
constexpr unsigned long kMostRecords = kMostMediumRecords;

/// The name of one level, and nothing that leads to another.
bool isComponent(const QString &text)
{
    const auto isSafe = [](QChar c) {
        return c.unicode() > 0x20 && c.unicode() < 0x7F && c != u'/' && c != u'\\' && c != u':';
    };
    return !text.isEmpty() && text.size() <= kLongestComponent && text != "."_L1 && text != ".."_L1
        && std::ranges::all_of(text, isSafe);
}

/// As names are compared: without case, the version of ISO 9660 and the dot that stands for no suffix.
QString plainName(const QString &name)
{
    QString plain = name.toLower();
    if (plain.endsWith(";1"_L1))
        plain.chop(2);
    if (plain.endsWith(u'.'))
        plain.chop(1);
    return plain;
}

/// Finds files of one medium, each folder listed once.
class Medium
{
public:
    explicit Medium(const QString &folder)
        : m_root(QFileInfo(folder).canonicalFilePath())
    {
    }

    /// Empty where nothing bears these names.
    QString find(const QStringList &components)
    {
        QString path = m_root;
        for (const auto &component : components) {
            const auto name = namesIn(path).value(plainName(component));
            if (name.isEmpty())
                return {};
            path += u'/' + name;
        }
        return QFileInfo(path).isFile() ? path : QString();
    }

    bool holds(const QString &path) const
    {
        return QFileInfo(path).canonicalFilePath().startsWith(m_root.endsWith(u'/') ? m_root : m_root + u'/');
    }

private:
    const QHash<QString, QString> &namesIn(const QString &folder)
    {
        const auto known = m_names.constFind(folder);
        if (known != m_names.constEnd())
            return *known;
        QHash<QString, QString> names;
        const auto entries = QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        for (const auto &entry : entries)
            names.insert(plainName(entry), entry);
        return *m_names.insert(folder, names);
    }

    QString m_root;
    QHash<QString, QHash<QString, QString>> m_names;
};

/// Components of a record's file; none where the record has no file or is no longer used.
QStringList fileIdOf(DcmItem &record)
{
    constexpr int kInactive = 0;
    if (integer(record, DCM_RecordInUseFlag).value_or(0xFFFF) == kInactive)
        return {};
    const char *raw = nullptr;
    if (record.findAndGetString(DCM_ReferencedFileID, raw).bad() || !raw)
        return {};
    QStringList components;
    for (const auto &component : QByteArray(raw).split('\\'))
        components.append(QString::fromLatin1(component).trimmed());
    return components;
}

/// Sorts the records' files into there, missing and refused.
class Collection
{
public:
    explicit Collection(const QString &folder)
        : m_medium(folder)
    {
    }

    void take(const QStringList &fileId)
    {
        if (fileId.size() > kMostComponents || !std::ranges::all_of(fileId, isComponent)) {
            ++m_found.refused;
            return;
        }
        const auto path = m_medium.find(fileId);
        if (path.isEmpty())
            m_found.missing.append(fileId.join(u'/'));
        else if (!m_medium.holds(path))
            ++m_found.refused;
        else if (!m_known.contains(path))
            m_found.files.append(path);
        m_known.insert(path);
    }

    MediumFiles found() && { return std::move(m_found); }

private:
    Medium m_medium;
    MediumFiles m_found;
    QSet<QString> m_known;
};

} // namespace

QString mediumDirectoryIn(const QString &folder)
{
    const auto files = QDir(folder).entryInfoList(QDir::Files);
    for (const auto &file : files) {
        if (plainName(file.fileName()) == "dicomdir"_L1)
            return file.absoluteFilePath();
    }
    return {};
}

Result<std::vector<QStringList>> mediumFileIds(const DatasetFile &file)
{
    DcmSequenceOfItems *records = nullptr;
    if (file.dataset().findAndGetSequence(DCM_DirectoryRecordSequence, records).bad() || !records)
        return Error{ErrorKind::Invalid, u"imaging.no-directory"_s};
    std::vector<QStringList> fileIds;
    // The offsets between the records are not followed: the files are all in this list, and a circle cannot be made of it.
    const auto count = std::min(records->card(), kMostRecords);
    auto *record = records->nextInContainer(nullptr);
    for (unsigned long i = 0; i < count && record; ++i, record = records->nextInContainer(record)) {
        auto fileId = fileIdOf(static_cast<DcmItem &>(*record));
        if (!fileId.isEmpty() && fileId != QStringList{QString()})
            fileIds.push_back(std::move(fileId));
    }
    return fileIds;
}

Result<std::vector<QStringList>> mediumFileIds(const QString &path)
{
    TRY(const auto file, openDataset(path));
    return mediumFileIds(file);
}

Result<MediumFiles> readMediumDirectory(const QString &path,
                                        const std::stop_token &stop,
                                        const FileIdReader &read)
{
    TRY(const auto fileIds, read(path));
    Collection collection(QFileInfo(path).absolutePath());
    for (const auto &fileId : fileIds) {
        if (stop.stop_requested())
            return cancelled();
        collection.take(fileId);
    }
    return std::move(collection).found();
}

} // namespace simiao::dicom

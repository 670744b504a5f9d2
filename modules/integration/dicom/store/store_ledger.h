#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace simiao::dicom {

/// How full the store of received images is.
struct StoreUse
{
    qint64 bytes = 0;     ///< what may be evicted, and what is being written
    qint64 limit = 0;     ///< of `bytes`
    qint64 keptBytes = 0; ///< on a record: never evicted, and not part of the limit
    int studies = 0;
    int objects = 0;

    bool operator==(const StoreUse &) const = default;
};

/// What lies in a store by the names of its folders and files. Bookkeeping alone: no disk, no threads.
class StoreLedger
{
public:
    struct Study
    {
        QHash<QString, qint64> objects; ///< bytes by name
        bool isKept = false;
        quint64 lastUse = 0; ///< rises with every use of any study
        int writers = 0;     ///< objects of it that are being written
    };

    void add(const QString &study, const QString &object, qint64 bytes);
    /// A study without objects and writers is no study any more.
    void remove(const QString &object);
    void setKept(const QString &study, bool isKept = true);
    void noteUse(const QString &study) { m_studies[study].lastUse = ++m_uses; }

    /// One more is about to be written; endWriting() ends it, whatever comes of it.
    void beginWriting(const QString &study, qint64 bytes);
    void endWriting(const QString &study, qint64 bytes);

    /// In which study an object lies.
    std::optional<QString> studyOf(const QString &object) const;
    const Study *find(const QString &study) const;
    bool isKept(const QString &study) const { return m_studies.value(study).isKept; }

    /// The study that has not been used for longest, is not kept, is not being written and is not `except`.
    std::optional<QString> leastUsed(const QString &except) const;

    /// `limit` is left 0.
    StoreUse use() const;

private:
    void dropIfEmpty(const QString &study);

    QHash<QString, Study> m_studies;
    QHash<QString, QString> m_studyOfObject;
    qint64 m_reserved = 0;
    quint64 m_uses = 0;
};

} // namespace simiao::dicom

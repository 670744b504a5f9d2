#include "integration/dicom/store/store_ledger.h"

namespace simiao::dicom {

void StoreLedger::add(const QString &study, const QString &object, qint64 bytes)
{
    m_studies[study].objects.insert(object, bytes);
    m_studyOfObject.insert(object, study);
}

void StoreLedger::remove(const QString &object)
{
    const auto study = m_studyOfObject.take(object);
    m_studies[study].objects.remove(object);
    dropIfEmpty(study);
}

void StoreLedger::dropIfEmpty(const QString &study)
{
    const auto &entry = m_studies[study];
    if (entry.writers == 0 && entry.objects.isEmpty())
        m_studies.remove(study);
}

void StoreLedger::setKept(const QString &study, bool isKept)
{
    m_studies[study].isKept = isKept;
}

void StoreLedger::beginWriting(const QString &study, qint64 bytes)
{
    auto &entry = m_studies[study];
    ++entry.writers;
    entry.lastUse = ++m_uses;
    m_reserved += entry.isKept ? 0 : bytes;
}

void StoreLedger::endWriting(const QString &study, qint64 bytes)
{
    auto &entry = m_studies[study];
    --entry.writers;
    m_reserved -= entry.isKept ? 0 : bytes;
    dropIfEmpty(study);
}

std::optional<QString> StoreLedger::studyOf(const QString &object) const
{
    const auto found = m_studyOfObject.find(object);
    return found == m_studyOfObject.end() ? std::nullopt : std::optional(*found);
}

const StoreLedger::Study *StoreLedger::find(const QString &study) const
{
    const auto found = m_studies.find(study);
    return found == m_studies.end() ? nullptr : &*found;
}

std::optional<QString> StoreLedger::leastUsed(const QString &except) const
{
    auto oldest = m_studies.end();
    for (auto study = m_studies.begin(); study != m_studies.end(); ++study) {
        if (study->isKept || study->writers > 0 || study.key() == except)
            continue;
        if (oldest == m_studies.end() || study->lastUse < oldest->lastUse)
            oldest = study;
    }
    return oldest == m_studies.end() ? std::nullopt : std::optional(oldest.key());
}

StoreUse StoreLedger::use() const
{
    StoreUse use{.bytes = m_reserved, .limit = 0, .keptBytes = 0, .studies = 0, .objects = 0};
    for (const auto &study : m_studies) {
        for (const auto bytes : study.objects)
            (study.isKept ? use.keptBytes : use.bytes) += bytes;
        use.objects += static_cast<int>(study.objects.size());
        ++use.studies;
    }
    return use;
}

} // namespace simiao::dicom

#pragma once

#include "integration/fhir/medication_source.h"
#include "integration/fhir/read_bundle.h"

namespace simiao::fhir {

/// Turns the entries of a bundle into histories: persons first, then visits, then what refers to both.
class HistoryReader
{
public:
    HistoryReader(std::vector<BundleEntry> entries, ReadingOptions options)
        : m_options(std::move(options))
        , m_entries(std::move(entries))
        , m_references(m_entries)
        , m_medications(&m_entries, &m_references)
    {
    }
    Q_DISABLE_COPY_MOVE(HistoryReader)

    /// In the order of the file.
    std::vector<workflow::PatientHistory> read();

private:
    using History = workflow::PatientHistory;
    using Read = void (HistoryReader::*)(std::size_t index);

    /// Visits by entry, with whom they are of.
    struct Visit
    {
        Id<administration::Encounter> id;
        const History *owner = nullptr;
    };

    void readAll(const QString &type, Read read);
    void readPerson(std::size_t index);
    void readVisit(std::size_t index);
    void readDiagnosis(std::size_t index);
    void readAllergyOf(std::size_t index);
    void readMeasurements(std::size_t index);
    void readStatement(std::size_t index);
    void readRequest(std::size_t index);
    void settleAllergyStatus();
    void reportOthers();

    History *ownerOf(const BundleEntry &entry, const QString &subject);
    std::optional<Id<administration::Encounter>> visitOf(const BundleEntry &entry, const History &owner);

    /// The row with its id and the patient's.
    template <typename T>
    T owned(T row, const History &owner) const
    {
        row.id = Id<T>{m_options.newUuid()};
        row.patient = owner.patient.id;
        return row;
    }

    template <typename T>
    void add(std::vector<T> &rows, const std::vector<T> &read, const History &owner) const
    {
        for (const auto &row : read)
            rows.push_back(owned(row, owner));
    }

    ReadingOptions m_options;
    std::vector<BundleEntry> m_entries;
    BundleReferences m_references;
    MedicationSource m_medications;
    std::map<std::size_t, History> m_histories;                 ///< by the entry of the Patient
    std::map<std::size_t, Visit> m_visits;                      ///< by the entry of the Encounter
    std::vector<std::pair<std::size_t, History *>> m_noneKnown; ///< entries that say that there is no allergy
};

} // namespace simiao::fhir

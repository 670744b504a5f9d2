#pragma once

#include "bootstrap/demo_laboratory.h"

#include <QTime>

namespace simiao::bootstrap {

/// Why somebody comes, what is found and what is given.
struct Complaint
{
    QString department; ///< code
    Whom whom;
    QString text;
    QString history;
    QString examination;
    Coding diagnosis;
    std::vector<QString> drugs; ///< codes
};

/// What somebody may not tolerate.
struct Allergen
{
    QString substance;
    QString substanceEn;
    QString substanceClass; ///< empty where none fits
    std::vector<QString> reactions;
};

/// What patients are told.
struct Advice
{
    QString text;
    std::vector<QString> meantFor; ///< departments and diagnoses by code; empty: everybody
};

/// Half a day of one physician.
struct ClinicSession
{
    QString loginName;
    QString department;        ///< code
    std::vector<int> weekdays; ///< 1 is Monday
    QTime start;
    int slotMinutes = 30;
    int slotCount = 0;
};

/// What people.json, laboratory.json and the schedules of clinic.json hold for generated people.
struct PeopleMaterial
{
    std::vector<Weighted<QString>> surnames;
    std::vector<QString> maleCharacters;
    std::vector<QString> femaleCharacters;
    std::vector<QString> neutralCharacters;
    std::vector<QString> districts;
    std::vector<QString> streets;
    std::vector<QString> phonePrefixes;
    std::vector<QString> countyCodes; ///< six digits, never assigned
    std::vector<Complaint> complaints;
    std::vector<Allergen> allergens;
    std::vector<Advice> advice;
    std::vector<QString> pastHistories;
    std::map<QString, std::vector<QString>> panelsOf; ///< by department, codes of `panels`
    std::map<QString, LaboratoryPanel> panels;
    std::vector<ClinicSession> sessions;
};

/// \thread  any but the GUI
Result<PeopleMaterial> readPeopleMaterial(const QString &demoFolder);

} // namespace simiao::bootstrap

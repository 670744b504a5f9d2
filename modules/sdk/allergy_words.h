#pragma once

#include "domain/clinical/allergy_intolerance.h"

#include <QCoreApplication>

namespace simiao::sdk {

/// What is on record of an allergy, in words of the interface's language. What another system wrote in words stays as it is.
class AllergyWords
{
    Q_DECLARE_TR_FUNCTIONS(simiao::sdk::AllergyWords)

public:
    /// One code of resources/rules/allergy_classes.json, else the words themselves.
    static QString reaction(const QString &code);
    /// All reactions, joined by commas; empty when none is recorded.
    static QString reactions(const clinical::AllergyIntolerance &allergy);
    static QString criticality(clinical::Criticality criticality);
    static QString verification(clinical::AllergyVerification verification);
};

} // namespace simiao::sdk

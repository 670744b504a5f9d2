#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace simiao::terminology {

/// Surnames whose reading ICU does not know: resources/terminology/surname_pinyin.json.
class SurnameReadings
{
public:
    /// An error of JSON, or `surnames.shape` (Invalid) with the entry's place: not one syllable a character.
    static Result<SurnameReadings> parse(const QByteArray &json);

    /// The longest surname that `name` begins with; empty when none is listed.
    QString surnameOf(const QString &name) const;
    /// Syllables of a listed surname.
    QStringList reading(const QString &surname) const { return m_readings.value(surname); }

private:
    QMap<QString, QStringList> m_readings;
};

} // namespace simiao::terminology

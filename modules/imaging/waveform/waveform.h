#pragma once

#include "imaging/defect.h"

#include <QString>

#include <vector>

namespace simiao::imaging {

/// One lead or sensor (PS3.3 C.10.9.1.4).
struct WaveformChannel
{
    QString name; ///< "I", "aVR", "V1"; else as the device calls it
    QString unit; ///< UCUM; "mV" for everything that is a voltage
    /// In `unit`, sensitivity and baseline applied; not a number where nothing was measured.
    std::vector<float> values;

    bool operator==(const WaveformChannel &) const = default;
    bool isVoltage() const { return unit == QLatin1String("mV"); }
};

/// Channels that were sampled together.
struct WaveformGroup
{
    QString label;         ///< "RHYTHM", "MEDIAN BEAT"
    double samplingHz = 0; ///< > 0
    std::vector<WaveformChannel> channels;

    bool operator==(const WaveformGroup &) const = default;
    double seconds() const;
};

/// What the device wrote to it: a statement, or a measurement with its unit.
struct WaveformNote
{
    QString name;  ///< "RR Interval"; empty for a statement
    QString value; ///< "982 ms", "Sinus rhythm"

    bool operator==(const WaveformNote &) const = default;
};

/// An ECG or another recording.
struct Waveform
{
    QString studyInstanceUid;
    QString seriesInstanceUid;
    QString sopClassUid;
    QString sopInstanceUid;
    QString patientId;
    QString patientName; ///< for the eye
    QString patientBirthDate;
    QString patientSex;
    QString acquired; ///< ISO date and time; may be cut short
    QString filter;   ///< "0.05–300 Hz" where all channels agree, else empty
    std::vector<WaveformGroup> groups;
    std::vector<WaveformNote> notes;
    std::vector<Defect> defects;

    bool operator==(const Waveform &) const = default;
};

/// "I", "aVR", "V1" … of an ECG lead code, empty for others. \param scheme  SCPECG or MDC
/// \source  ISO 11073-91064 (SCP-ECG) table of lead identification; ISO/IEEE 11073-10101 has the same numbers
QString leadName(const QString &code, const QString &scheme);

} // namespace simiao::imaging

#pragma once

#include "integration/dimse/association.h"

namespace simiao::dimse {

// SOP classes of PS3.6 table A-1.
inline constexpr QLatin1StringView kVerification("1.2.840.10008.1.1");
inline constexpr QLatin1StringView kStorageCommitment("1.2.840.10008.1.20.1");
inline constexpr QLatin1StringView kStudyRootFind("1.2.840.10008.5.1.4.1.2.2.1");
inline constexpr QLatin1StringView kStudyRootMove("1.2.840.10008.5.1.4.1.2.2.2");
inline constexpr QLatin1StringView kStudyRootGet("1.2.840.10008.5.1.4.1.2.2.3");
inline constexpr QLatin1StringView kModalityWorklistFind("1.2.840.10008.5.1.4.31");

inline constexpr QLatin1StringView kFilmSession("1.2.840.10008.5.1.1.1");
inline constexpr QLatin1StringView kFilmBox("1.2.840.10008.5.1.1.2");
inline constexpr QLatin1StringView kGrayscaleImageBox("1.2.840.10008.5.1.1.4");
inline constexpr QLatin1StringView kGrayscalePrintManagement("1.2.840.10008.5.1.1.9"); ///< meta class
inline constexpr QLatin1StringView kPrinter("1.2.840.10008.5.1.1.16");
inline constexpr QLatin1StringView kPrinterInstance("1.2.840.10008.5.1.1.17");

inline constexpr QLatin1StringView kImplicitLittleEndian("1.2.840.10008.1.2");
inline constexpr QLatin1StringView kExplicitLittleEndian("1.2.840.10008.1.2.1");

// Written about ourselves into associations and files (PS3.7 D.3.3.2, PS3.10 7.1).
inline constexpr QLatin1StringView kImplementationClassUid("2.25.211943680123117936411230837413902714913");
inline constexpr QLatin1StringView kImplementationVersion("SIMIAO_DIMSE_1");

/// A service whose data sets are small and ours to read: questions and answers.
ProposedContext proposed(QLatin1StringView sopClass);

/// The words for a status that is none of success (PS3.7 annex C): "status A700".
QString statusText(const Command &answer);

/// Contexts in which the peer may send us objects of these classes as they are stored, each syntax in one of its own so that
/// nothing must be converted: the uncompressed ones together, then the compressed ones that there is room for.
/// \param sopClasses  empty: those that are common
std::vector<ProposedContext> storageContexts(QStringList sopClasses, std::size_t room);

/// As above, one context for each class with every syntax in it, so that the peer chooses: some servers (DCMTK's) send all images of a class
/// in the first context for it that they accepted, and cannot send a compressed one in another.
std::vector<ProposedContext> storageContextsOfTheirChoice(QStringList sopClasses, std::size_t room);

/// Every syntax in which an object is taken. Not those of big endian and deflated data sets: peers convert them.
QStringList storedSyntaxes();

/// Invalid `archive.answer` where `answer` does not answer message `id` as `field`.
Result<void> checkAnswers(const Command &answer, CommandField field, quint16 id);

} // namespace simiao::dimse

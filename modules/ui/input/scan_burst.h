#pragma once

#include <QString>

#include <vector>

namespace simiao::ui {

/// How a scanner or card reader that types like a keyboard is told from a person: by its speed, and by what it is set up to
/// send before and after. People who type fast leave 60 ms and more between two keys, such devices 1 to 20.
struct ScanRules
{
    int longestGapMs = 35; ///< between two characters of one burst
    int pauseMs = 300;     ///< after it something new begins
    int fewest = 4;        ///< characters between prefix and suffix
    QString prefix;        ///< empty: none is asked for
    QString suffix;        ///< "\r" for Enter; empty: none is asked for
};

/// Why a burst is none of a scanner.
enum class ScanDoubt { None, TooShort, TooSlow, NoPrefix, NoSuffix };

/// What arrived, and what it is taken for.
struct ScanVerdict
{
    QString text; ///< between prefix and suffix, without an Enter or Tab at its end
    int longestGapMs = 0;
    int meanGapMs = 0; ///< rounded; 0 for a single key
    ScanDoubt doubt = ScanDoubt::TooShort;

    bool isScan() const { return doubt == ScanDoubt::None; }
    bool operator==(const ScanVerdict &) const = default;
};

/// Gathers keys as they arrive and judges them. No clock of its own: each key brings its time.
class ScanBurst
{
public:
    explicit ScanBurst(ScanRules rules = {});

    /// \param text  what the key means; empty (Shift and the like) is passed over
    /// \param ms    when it arrived, from any beginning; after a pause a new burst begins
    void add(const QString &text, qint64 ms);
    void clear();
    bool isEmpty() const { return m_times.empty(); }
    ScanVerdict verdict() const;

private:
    QString payload() const;
    ScanDoubt doubtOf(const ScanVerdict &verdict) const;

    ScanRules m_rules;
    QString m_text;
    std::vector<qint64> m_times;
};

} // namespace simiao::ui

#pragma once

#include <QTranslator>

namespace simiao::shell {

class SpokenTexts;

/// A Chinese translation that is always installed and speaks only while it is told to: switching needs no file, and
/// what it knows is remembered in both languages also while the interface is English.
class SwitchedTranslator : public QTranslator
{
    Q_OBJECT

public:
    /// \param texts  outlives the translator
    explicit SwitchedTranslator(SpokenTexts *texts, QObject *parent = nullptr);

    void setSpeaking(bool isSpeaking) { m_isSpeaking = isSpeaking; }

    QString translate(const char *context,
                      const char *source,
                      const char *disambiguation,
                      int n) const override;

private:
    SpokenTexts *m_texts;
    bool m_isSpeaking = false;
};

} // namespace simiao::shell

#include "shell/switched_translator.h"

#include "shell/spoken_texts.h"

#include <cstring>

namespace simiao::shell {

namespace {

/// lupdate 6.4 does not see nested namespaces: it files simiao::shell::LoginPage under LoginPage.
const char *withoutNamespace(const char *context)
{
    const char *name = context;
    while (const char *colons = std::strstr(name, "::"))
        name = colons + 2;
    return name;
}

} // namespace

SwitchedTranslator::SwitchedTranslator(SpokenTexts *texts, QObject *parent)
    : QTranslator(parent)
    , m_texts(texts)
{
}

QString SwitchedTranslator::translate(const char *context,
                                      const char *source,
                                      const char *disambiguation,
                                      int n) const
{
    auto chinese = QTranslator::translate(context, source, disambiguation, n);
    if (chinese.isEmpty() && context)
        chinese = QTranslator::translate(withoutNamespace(context), source, disambiguation, n);
    if (!chinese.isEmpty())
        m_texts->remember(QString::fromUtf8(source), chinese);
    return m_isSpeaking ? chinese : QString();
}

} // namespace simiao::shell

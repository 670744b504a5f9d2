#include "integration/fhir/reaction_words.h"

#include <algorithm>
#include <iterator>

namespace simiao::fhir {

namespace {

struct Word
{
    const char *snomed;
    const char *word;
};

constexpr Word kWords[] = {
    {"39579001", "anaphylaxis"},
    {"51599000", "laryngeal-oedema"},
    {"41291007", "angioedema"},
    {"4386001", "bronchospasm"},
    {"73442001", "stevens-johnson"},
    {"702809001", "dress"},
    {"126485001", "urticaria"},
    {"247472004", "urticaria"}, // weal
    {"271807003", "rash"},
    {"418363000", "pruritus"},
    {"418290006", "pruritus"},
    {"422587007", "gastrointestinal"}, // nausea
    {"422400008", "gastrointestinal"}, // vomiting
    {"62315008", "gastrointestinal"},  // diarrhoea
};

} // namespace

QString reactionWord(const Coding &manifestation)
{
    const auto known = std::ranges::find_if(kWords, [&manifestation](const Word &word) {
        return manifestation.code == QLatin1StringView(word.snomed);
    });
    const bool isSnomed = manifestation.system == QLatin1StringView("http://snomed.info/sct");
    if (isSnomed && known != std::end(kWords))
        return QString::fromLatin1(known->word);
    return manifestation.display.isEmpty() ? manifestation.code : manifestation.display;
}

} // namespace simiao::fhir

"""Hosts of the web that programs cite: publishers, libraries and health services, all of which serve https."""

from __future__ import annotations

from typing import Final

_WWW: Final = "www."

WELL_KNOWN: Final = frozenset(
    [
        "academic.oup.com",
        "ajp.psychiatryonline.org",
        "arxiv.org",
        "books.google.com",
        "doi.org",
        "dsm.psychiatryonline.org",
        "en.wikipedia.org",
        "jamanetwork.com",
        "journals.lww.com",
        "journals.plos.org",
        "journals.sagepub.com",
        "link.springer.com",
        "linkinghub.elsevier.com",
        "medlineplus.gov",
        "onlinelibrary.wiley.com",
        "osf.io",
        "pmc.ncbi.nlm.nih.gov",
        "psychiatryonline.org",
        "psycnet.apa.org",
        "pubmed.ncbi.nlm.nih.gov",
        "scholar.google.com",
        "www.annualreviews.org",
        "www.apa.org",
        "www.biomedcentral.com",
        "www.bmj.com",
        "www.britannica.com",
        "www.cambridge.org",
        "www.cdc.gov",
        "www.clinicalkey.com",
        "www.cochrane.org",
        "www.cochranelibrary.com",
        "www.frontiersin.org",
        "www.health.harvard.edu",
        "www.healthline.com",
        "www.jstor.org",
        "www.mayoclinic.org",
        "www.mdpi.com",
        "www.merckmanuals.com",
        "www.mind.org.uk",
        "www.nami.org",
        "www.nature.com",
        "www.ncbi.nlm.nih.gov",
        "www.nejm.org",
        "www.nhs.uk",
        "www.nice.org.uk",
        "www.nih.gov",
        "www.nimh.nih.gov",
        "www.nlm.nih.gov",
        "www.psychiatry.org",
        "www.psychologytoday.com",
        "www.ptsd.va.gov",
        "www.rcpsych.ac.uk",
        "www.researchgate.net",
        "www.samhsa.gov",
        "www.sciencedirect.com",
        "www.semanticscholar.org",
        "www.tandfonline.com",
        "www.thelancet.com",
        "www.uptodate.com",
        "www.webmd.com",
        "www.who.int",
        "www.youtube.com",
    ]
)


def without_www(host: str) -> str:
    """Return a host by the name that it shares with its `www.`."""
    return host.removeprefix(_WWW)


def both_names(host: str) -> tuple[str, str]:
    """Return a host without `www.` and with it."""
    bare = without_www(host)
    return bare, _WWW + bare

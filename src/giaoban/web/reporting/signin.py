"""Signing in and out."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView


class Login(LoginView):
    template_name = "reporting/login.html"
    redirect_authenticated_user = True


class Logout(LogoutView):
    http_method_names = ["post", "options"]
